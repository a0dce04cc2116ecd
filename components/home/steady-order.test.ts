import { assert, property, shuffledSubarray, string, uniqueArray } from 'fast-check'
import { expect, test } from 'vitest'
import { keepOrder, movedCount } from './steady-order.ts'

const list = (text: string) => text.split('')

test.each([
  ['abc', 'abc', 'abc'],
  ['abc', 'cab', 'abc'],
  ['abc', 'xaybc', 'xyabc'],
  ['abc', 'ca', 'ac'],
  ['', 'ba', 'ba'],
])('%s stays in place when the sorted list is %s: %s', (before, sorted, shown) => {
  expect(keepOrder(list(before), list(sorted)).join('')).toBe(shown)
})

test.each([
  ['abcd', 'abcd', 0],
  ['abcd', 'dabc', 1],
  ['abcd', 'badc', 2],
  ['abcd', 'dcba', 3],
  ['', '', 0],
])('%s against %s: %i moved', (shown, sorted, moved) => {
  expect(movedCount(list(shown), list(sorted))).toBe(moved)
})

test('nothing is lost or doubled, and nothing has moved once it is sorted', () => {
  const ids = uniqueArray(string({ minLength: 1, maxLength: 3 }), { maxLength: 30 })
  assert(
    property(
      ids.chain((all) => shuffledSubarray(all).map((sorted) => ({ all, sorted }))),
      ({ all, sorted }) => {
        const shown = keepOrder(all, sorted)
        expect([...shown].sort()).toEqual([...sorted].sort())
        expect(movedCount(sorted, sorted)).toBe(0)
        expect(movedCount(shown, sorted)).toBeLessThan(Math.max(1, sorted.length))
      },
    ),
  )
})
