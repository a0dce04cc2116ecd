import fc from 'fast-check'
import { expect, test } from 'vitest'
import { movedPlaces } from './moved-places.ts'

test('places before a change stay, places behind it move, and what was touched is nowhere', () => {
  const moved = movedPlaces('One two three.', 'One 22 three.')
  expect([moved({ start: 0, end: 3 }), moved({ start: 4, end: 7 }), moved({ start: 8, end: 13 })]).toEqual([
    { start: 0, end: 3 },
    null,
    { start: 7, end: 12 },
  ])
})

test('whatever was typed, a place that is found holds the words it held', () => {
  const text = fc.string({ unit: fc.constantFrom('a', 'b', ' '), maxLength: 12 })
  fc.assert(
    fc.property(text, text, text, text, fc.nat(12), fc.nat(12), (head, old, fresh, tail, from, length) => {
      // Neither begins nor ends like the other: what changed can be told in one way alone.
      const [before, after] = [`${head}x${old}x${tail}`, `${head}y${fresh}y${tail}`]
      const place = { start: Math.min(from, before.length), end: Math.min(from + length, before.length) }
      const moved = movedPlaces(before, after)(place)
      if (moved) expect(after.slice(moved.start, moved.end)).toBe(before.slice(place.start, place.end))
      // What the change did not reach is always found.
      if (place.end <= head.length || place.start >= before.length - tail.length) expect(moved).not.toBeNull()
    }),
  )
})

test('where a change can be told in several ways, what may have been touched is nowhere', () => {
  expect(movedPlaces('aa', 'a')({ start: 1, end: 2 })).toBeNull()
})
