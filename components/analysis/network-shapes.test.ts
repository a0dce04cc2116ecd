import fc from 'fast-check'
import { expect, test } from 'vitest'
import { GLYPHS } from '#/lib/codebook/actor-kinds.ts'
import { HEIGHT, outlineOf, placesOf, radiusOf, tiePath, WIDTH } from './network-shapes.ts'

test('every kind of actor has a shape, states and armed groups ones of their own', () => {
  expect(GLYPHS.map(outlineOf).every((path) => path.startsWith('M'))).toBe(true)
  expect(new Set(['state', 'military', 'armed-group', 'person'].map((glyph) => outlineOf(glyph as 'state'))).size).toBe(4)
})

test('nodes stand inside the picture, and dragged ones where they were put', () => {
  const node = (id: string, x: number, y: number) => ({ id, statements: 1, x, y, coalition: null })
  const network = { kind: 'addresses' as const, nodes: [node('a', 0, 0), node('b', 1, 1)], edges: [], total: { nodes: 2, edges: 0 } }
  const places = placesOf(network, new Map([['b', { x: 7, y: 9 }]]))
  expect(places.get('b')).toEqual({ x: 7, y: 9 })
  for (const { x, y } of placesOf(network, new Map()).values()) expect(x > 0 && x < WIDTH && y > 0 && y < HEIGHT).toBe(true)
})

test('twice the statements make twice the area, to a largest size', () => {
  expect(radiusOf(100, 100)).toBe(20)
  expect((radiusOf(50, 100) - 12) ** 2).toBeCloseTo((radiusOf(100, 100) - 12) ** 2 / 2)
})

test('arrows end at the edge of the node they point to; there and back are two lines', () => {
  const spot = fc.record({ x: fc.integer({ min: 0, max: 560 }), y: fc.integer({ min: 0, max: 420 }) })
  fc.assert(
    fc.property(spot, spot, (from, to) => {
      fc.pre(Math.hypot(from.x - to.x, from.y - to.y) > 60)
      const { line, head } = tiePath(from, to, 10, true)
      const [, x, y] = /([-\d.]+) ([-\d.]+)$/.exec(line) ?? []
      expect(Math.hypot(Number(x) - to.x, Number(y) - to.y)).toBeCloseTo(13, 0)
      expect(head).not.toBeNull()
      expect(tiePath(to, from, 10, true).line).not.toBe(line)
    }),
  )
  expect(tiePath({ x: 5, y: 5 }, { x: 5, y: 5 }, 10, true)).toMatchObject({ head: null })
  expect(tiePath({ x: 0, y: 0 }, { x: 90, y: 0 }, 10, false)).toEqual({ line: 'M0 0L90 0', head: null })
})
