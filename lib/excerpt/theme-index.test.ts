import { expect, test } from 'vitest'
import { makeTheme } from '#/lib/codebook/testing/entries.ts'
import { indexThemes } from '#/lib/excerpt/theme-index.ts'

const theme = (id: string, parentId: string | null = null, hue: number | null = null) => makeTheme(id, id.toUpperCase(), { parentId, hue })
const index = indexThemes([theme('a', null, 3), theme('b', 'a'), theme('c', 'b', 7), theme('d', 'c'), theme('lost', 'gone')])

test('paths run from the top down; a theme whose parent is gone is at the top', () => {
  expect(index.path('d')).toEqual(['A', 'B', 'C', 'D'])
  expect(index.path('lost')).toEqual(['LOST'])
  expect(index.path('gone')).toEqual([])
})

test('a theme has its own hue, or the nearest above it', () => {
  expect(['a', 'b', 'c', 'd'].map(index.hue)).toEqual([3, 3, 7, 7])
})

test('below a theme is the whole subtree, the theme first', () => {
  expect(index.below('a')[0]).toBe('a')
  expect(new Set(index.below('a'))).toEqual(new Set(['a', 'b', 'c', 'd']))
  expect(index.below('d')).toEqual(['d'])
  expect(index.below('gone')).toEqual([])
})
