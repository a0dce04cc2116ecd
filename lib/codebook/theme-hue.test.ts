import { expect, test } from 'vitest'
import { makeTheme } from './testing/entries.ts'
import { freeHue, themeHues } from './theme-hue.ts'

const theme = (id: string, parentId: string | null, hue: number | null) => makeTheme(id, id, { parentId, hue })

test('a new branch takes the lowest hue not in use', () => {
  expect(freeHue([])).toBe(1)
  expect(freeHue([1, 2, 4, null])).toBe(3)
})

test('after twelve branches hues come round again, evenly', () => {
  const all = Array.from({ length: 12 }, (_, at) => at + 1)
  expect(freeHue(all)).toBe(1)
  expect(freeHue([...all, 1])).toBe(2)
  expect(freeHue([...all, ...all])).toBe(1)
})

test('a child has the colour of its branch until it gets its own, which those below take', () => {
  const hues = themeHues([theme('a', null, 3), theme('b', 'a', null), theme('c', 'b', 7), theme('d', 'c', null)])
  expect(Object.fromEntries([...hues].map(([id, { hue }]) => [id, hue]))).toEqual({ a: 3, b: 3, c: 7, d: 7 })
})

test('the second branch in a hue has a ring, and so has what is below it', () => {
  const hues = themeHues([theme('a', null, 1), theme('b', null, 1), theme('c', 'b', null)])
  expect(hues.get('a')).toEqual({ hue: 1, ring: false })
  expect(hues.get('b')).toEqual({ hue: 1, ring: true })
  expect(hues.get('c')).toEqual({ hue: 1, ring: true })
})

test('branches without a hue take free ones', () => {
  const hues = themeHues([theme('a', null, null), theme('b', null, 1), theme('c', null, null)])
  expect([...hues.values()].map(({ hue }) => hue)).toEqual([2, 1, 3])
})

test('a theme whose parent is gone is a branch', () => {
  expect(themeHues([theme('a', 'gone', null)]).get('a')).toEqual({ hue: 1, ring: false })
})
