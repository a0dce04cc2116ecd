import fc from 'fast-check'
import { expect, test } from 'vitest'
import { placeLabels } from './place-labels.ts'

const SIZE = { width: 560, height: 420 }
const node = (id: string, x: number, y: number, width = 60) => ({ id, x, y, radius: 10, width })

test('words stand under their node where there is room, and elsewhere where there is none', () => {
  const labels = placeLabels([node('a', 100, 100), node('b', 100, 122), node('low', 300, 415)], SIZE)
  expect(labels.get('a')).toMatchObject({ anchor: 'middle', y: 100 - 10 - 5 })
  expect(labels.get('b')).toMatchObject({ anchor: 'middle', y: 122 + 10 + 13 })
  expect(labels.get('low')?.y).toBeLessThan(415)
})

test('where everything is taken nothing is said', () => {
  const crowd = Array.from({ length: 60 }, (_, nth) => node(String(nth), 200 + (nth % 8) * 22, 100 + Math.floor(nth / 8) * 22))
  const labels = [...placeLabels(crowd, SIZE).values()]
  expect(labels.filter((label) => label === null).length).toBeGreaterThan(20)
  expect(labels.filter((label) => label !== null).length).toBeGreaterThan(5)
})

test('words never cover words', () => {
  const spot = fc.record({
    x: fc.integer({ min: 0, max: 560 }),
    y: fc.integer({ min: 0, max: 420 }),
    width: fc.integer({ min: 5, max: 120 }),
  })
  fc.assert(
    fc.property(fc.array(spot, { maxLength: 30 }), (spots) => {
      const nodes = spots.map(({ x, y, width }, nth) => node(String(nth), x, y, width))
      const placed = [...placeLabels(nodes, SIZE)].flatMap(([id, label]) => (label ? [{ ...label, width: nodes[Number(id)]!.width }] : []))
      const left = ({ x, anchor, width }: (typeof placed)[number]) => x - { start: 0, middle: width / 2, end: width }[anchor]
      for (const [nth, one] of placed.entries())
        for (const other of placed.slice(nth + 1)) {
          const apart =
            Math.abs(one.y - other.y) >= 14 || left(one) + one.width <= left(other) + 1e-6 || left(other) + other.width <= left(one) + 1e-6
          expect(apart).toBe(true)
        }
    }),
  )
})
