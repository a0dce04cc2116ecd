import { beforeEach, expect, test, vi } from 'vitest'
import { keepReadingOrder, nextInReadingOrder } from './reading-order.ts'

beforeEach(() => {
  const kept = new Map<string, string>()
  vi.stubGlobal('sessionStorage', {
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, text: string) => kept.set(key, text),
  })
})

test('the next document is the one below it in the list that was seen last', () => {
  keepReadingOrder('w', ['b', 'a', 'c'])
  expect(nextInReadingOrder('w', 'b', 1)).toBe('a')
  expect(nextInReadingOrder('w', 'c', -1)).toBe('a')
  keepReadingOrder('w', ['c', 'b'])
  expect(nextInReadingOrder('w', 'c', 1)).toBe('b')
})

test('null at the ends of the list; undefined where the list cannot tell', () => {
  keepReadingOrder('w', ['b', 'a'])
  expect([nextInReadingOrder('w', 'a', 1), nextInReadingOrder('w', 'b', -1)]).toEqual([null, null])
  expect(nextInReadingOrder('w', 'filtered away', 1)).toBeUndefined()
  expect(nextInReadingOrder('other', 'a', 1)).toBeUndefined()
  sessionStorage.setItem('interline.order w', '{"a":1}')
  expect(nextInReadingOrder('w', 'a', 1)).toBeUndefined()
})
