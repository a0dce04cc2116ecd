import { expect, test } from 'vitest'
import { TaggedPlaces } from './tagged-places.ts'

test('a mention is tagged when one statement that covers all of it names one of the actors it may mean', () => {
  const places = new TaggedPlaces([
    { from: 10, to: 20, actorIds: ['ru'] },
    { from: 15, to: 30, actorIds: ['us', 'tr'] },
  ])
  expect(places.covers(['ru'], 10, 20)).toBe(true)
  expect(places.covers(['ru'], 12, 16)).toBe(true)
  expect(places.covers(['ru'], 18, 22)).toBe(false)
  expect(places.covers(['us'], 10, 14)).toBe(false)
  expect(places.covers(['ru', 'us'], 18, 22)).toBe(true)
  expect(places.covers(['ir'], 10, 20)).toBe(false)
})
