import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type Standing, separate } from './separate.ts'

const SIZE = { width: 800, height: 600 }
const standing = (id: string, x: number, y: number, isPinned = false): Standing => ({ id, x, y, side: 20, above: 10, below: 20, isPinned })

test('what stands apart stays; what overlaps moves the shorter way, both by half', () => {
  expect(separate([standing('a', 100, 100), standing('b', 200, 100)], SIZE).get('b')).toEqual({ x: 200, y: 100 })
  const moved = separate([standing('a', 100, 100), standing('b', 130, 100)], SIZE)
  expect([moved.get('a'), moved.get('b')]).toEqual([
    { x: 95, y: 100 },
    { x: 135, y: 100 },
  ])
})

test('what was put somewhere stays there', () => {
  const moved = separate([standing('a', 100, 100, true), standing('b', 130, 100)], SIZE)
  expect([moved.get('a')?.x, moved.get('b')?.x]).toEqual([100, 140])
})

test('with room for all nothing overlaps, everything is inside, and it comes out the same again', () => {
  const spot = fc.record({ x: fc.integer({ min: 250, max: 550 }), y: fc.integer({ min: 200, max: 400 }) })
  fc.assert(
    fc.property(fc.uniqueArray(spot, { maxLength: 9, selector: ({ x, y }) => `${x} ${y}` }), (spots) => {
      const all = spots.map(({ x, y }, nth) => standing(String(nth), x, y))
      const places = [...separate(all, SIZE).values()]
      expect([...separate(all, SIZE).values()]).toEqual(places)
      for (const [nth, one] of places.entries()) {
        expect(one.x >= 20 && one.x <= 780 && one.y >= 10 && one.y <= 580).toBe(true)
        for (const other of places.slice(nth + 1)) expect(Math.abs(one.x - other.x) > 39 || Math.abs(one.y - other.y) > 29).toBe(true)
      }
    }),
  )
})
