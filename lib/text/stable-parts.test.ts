import { expect, test } from 'vitest'
import { stableParts } from './stable-parts.ts'
import { rng } from './testing/rng.ts'

const chance = rng(7)
const line = () => Array.from({ length: chance.int(5, 60) }, () => `w${chance.int(0, 9999)}`).join(' ')
const TEXT = Array.from({ length: 3000 }, line).join('\n')

test('the parts are the text, and none is too long', () => {
  const parts = stableParts(TEXT)
  expect(parts.join('\n')).toBe(TEXT)
  expect(parts.length).toBeGreaterThan(5)
  expect(Math.max(...parts.map((part) => part.length))).toBeLessThanOrEqual(64_000)
})

test('an edit changes the parts it touches, not those after it', () => {
  const at = TEXT.indexOf('\n', TEXT.length / 2)
  const before = new Set(stableParts(TEXT))
  const after = stableParts(`${TEXT.slice(0, at)}\nA new line.${TEXT.slice(at)}`)
  expect(after.filter((part) => !before.has(part)).length).toBeLessThanOrEqual(2)
})

test('one endless line is cut too, between characters', () => {
  const parts = stableParts('😀'.repeat(100_001))
  expect(parts.join('')).toBe('😀'.repeat(100_001))
  expect(parts.every((part) => part.isWellFormed())).toBe(true)
  expect(stableParts('')).toEqual([])
  expect(stableParts('\n\na')).toEqual(['\n\na'])
})
