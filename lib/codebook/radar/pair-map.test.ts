import { expect, test } from 'vitest'
import { PairMap } from './pair-map.ts'

test('keeps every pair, through all its growth', () => {
  const map = new PairMap()
  for (let a = 0; a < 300; a++) for (let b = 1; b <= 100; b++) map.set(a, b, a * 1000 + b)
  map.set(7, 7, 1)
  expect([map.get(7, 7), map.get(299, 100), map.get(0, 1), map.get(300, 1), map.get(1, 0)]).toEqual([1, 299_100, 1, 0, 0])
  let wrong = 0
  for (let a = 0; a < 300; a++) for (let b = 1; b <= 100; b++) if (map.get(a, b) !== (a === 7 && b === 7 ? 1 : a * 1000 + b)) wrong++
  expect(wrong).toBe(0)
})
