import { expect, test } from 'vitest'
import { indexThemes } from '#/lib/excerpt/theme-index.ts'

const theme = (id: string, parentId: string | null = null, hue: number | null = null) => ({ id, name: id.toUpperCase(), parentId, hue })
const index = indexThemes([
  theme('a', null, 3),
  theme('b', 'a'),
  theme('c', 'b', 7),
  theme('d', 'c'),
  theme('e'),
  theme('lost', 'gone'),
  theme('x', 'y'),
  theme('y', 'x'),
])

test('paths run from the top down', () => {
  expect(index.path('d')).toEqual(['A', 'B', 'C', 'D'])
  expect(index.path('a')).toEqual(['A'])
  expect(index.path('lost')).toEqual(['LOST'])
  expect(index.path('gone')).toEqual([])
})

test('a theme has its own hue, or the nearest above it', () => {
  expect(['a', 'b', 'c', 'd'].map(index.hue)).toEqual([3, 3, 7, 7])
  expect(index.hue('e')).toBe(2)
  expect(index.hue('lost')).toBe(3)
})

test('below a theme is the whole subtree', () => {
  expect(index.below('a')).toEqual(['a', 'b', 'c', 'd'])
  expect(index.below('d')).toEqual(['d'])
  expect(index.below('gone')).toEqual([])
})

test('a circle in the tree ends', () => {
  expect(index.path('x')).toEqual(['Y', 'X'])
  expect(index.below('x')).toEqual(['x', 'y'])
  expect(index.hue('x')).toBeGreaterThan(0)
})
