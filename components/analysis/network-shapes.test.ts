import fc from 'fast-check'
import { expect, test } from 'vitest'
import { GLYPHS } from '#/lib/codebook/actor-kinds.ts'
import { inLayout, inPicture, outlineOf, radiusOf, tiePath, USUAL_SIZE } from './network-shapes.ts'

test('every kind of actor has a shape, states and armed groups ones of their own', () => {
  expect(GLYPHS.map(outlineOf).every((path) => path.startsWith('M'))).toBe(true)
  expect(new Set(['state', 'military', 'armed-group', 'person'].map((glyph) => outlineOf(glyph as 'state'))).size).toBe(4)
})

test('nodes stand inside the picture, and dragged ones where they were put, whatever its size', () => {
  const part = fc.double({ min: 0, max: 1, noNaN: true })
  const side = fc.integer({ min: 200, max: 2000 })
  fc.assert(
    fc.property(part, part, side, side, (x, y, width, height) => {
      const size = { width, height }
      const at = inPicture({ x, y }, size)
      expect(at.x > 0 && at.x < width && at.y > 0 && at.y < height).toBe(true)
      const back = inLayout(at, size)
      expect([back.x, back.y].map((value) => value.toFixed(6))).toEqual([x, y].map((value) => (value + 0).toFixed(6)))
    }),
  )
  const edge = inPicture(inLayout({ x: -50, y: 9000 }, USUAL_SIZE), USUAL_SIZE)
  expect([edge.x, edge.y].map(Math.round)).toEqual([9, USUAL_SIZE.height - 9])
})

test('twice the statements make twice the area, to a largest size', () => {
  expect(radiusOf(100, 100)).toBe(18)
  expect((radiusOf(50, 100) - 9) ** 2).toBeCloseTo((radiusOf(100, 100) - 9) ** 2 / 2)
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
