import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Theme } from './codebook.ts'
import { makeTheme } from './testing/entries.ts'
import { placesAfterDelete, placesAfterMove, placesAfterRestore, type ThemePlace } from './theme-places.ts'
import { buildTree, flattenTree, wouldCycle } from './theme-tree.ts'

const theme = (id: string, parentId: string | null, position: number, hue: number | null = null) =>
  makeTheme(id, id, { parentId, position, hue })
const tree: Theme[] = [theme('a', null, 0, 1), theme('b', null, 1, 2), theme('c', null, 2, 3), theme('b1', 'b', 0), theme('b2', 'b', 1, 9)]

function placed(themes: readonly Theme[], places: readonly ThemePlace[], gone?: string): Theme[] {
  const moved = new Map(places.map((place) => [place.id, place]))
  return themes
    .filter((item) => item.id !== gone)
    .map((item) => ({ ...item, ...moved.get(item.id) }))
    .sort((x, y) => x.position - y.position)
}
const shape = (themes: readonly Theme[]): string[] =>
  flattenTree(buildTree(themes.toSorted((x, y) => x.position - y.position))).map(
    ({ item, level }) => `${level}${item.id}:${item.hue ?? '-'}`,
  )

test('a branch that moves under another takes its colour, and gets one of its own back at the top', () => {
  const below = placed(tree, placesAfterMove(tree, 'c', { parentId: 'b', beforeId: 'b2' }))
  expect(shape(below)).toEqual(['1a:1', '1b:2', '2b1:-', '2c:-', '2b2:9'])
  expect(shape(placed(below, placesAfterMove(below, 'c', { parentId: null, beforeId: 'a' })))).toEqual([
    '1c:3',
    '1a:1',
    '1b:2',
    '2b1:-',
    '2b2:9',
  ])
})

test('a move to another place among its siblings keeps the colour', () => {
  expect(shape(placed(tree, placesAfterMove(tree, 'a', { parentId: null })))).toEqual(['1b:2', '2b1:-', '2b2:9', '1c:3', '1a:1'])
})

test('only places that change are written', () => {
  expect(placesAfterMove(tree, 'a', { parentId: null, beforeId: 'b' })).toEqual([])
  expect(placesAfterMove(tree, 'nobody', { parentId: null })).toEqual([])
})

test('the themes below a deleted branch take its place; the first takes its colour', () => {
  expect(shape(placed(tree, placesAfterDelete(tree, 'b'), 'b'))).toEqual(['1a:1', '1b1:2', '1b2:9', '1c:3'])
})

test('deleting and bringing back is nothing, for any theme of any tree', () => {
  const trees = fc.array(fc.tuple(fc.nat(6), fc.option(fc.integer({ min: 1, max: 12 }))), { minLength: 1, maxLength: 8 }).map((spec) => {
    const made: Theme[] = []
    for (const [above, hue] of spec) {
      const parentId = made[above]?.id ?? null
      const position = made.filter((item) => item.parentId === parentId).length
      made.push(theme(`t${made.length}`, parentId, position, parentId === null ? (hue ?? 1) : hue))
    }
    return made
  })
  fc.assert(
    fc.property(trees, fc.nat(), (made, pick) => {
      const gone = made[pick % made.length]!
      const children = made.filter((item) => item.parentId === gone.id)
      const after = placed(made, placesAfterDelete(made, gone.id), gone.id)
      const back = placesAfterRestore(after, gone, children)
      expect(shape(placed([...after, gone], back))).toEqual(shape(made))
    }),
  )
})

test('a move and the move back is nothing', () => {
  for (const item of tree)
    for (const parentId of [null, 'a', 'b', 'c']) {
      if (wouldCycle(tree, item.id, parentId)) continue
      const siblings = tree.filter((other) => other.parentId === item.parentId)
      const beforeId = siblings[siblings.indexOf(item) + 1]?.id ?? null
      const there = placed(tree, placesAfterMove(tree, item.id, { parentId }))
      expect(shape(placed(there, placesAfterMove(there, item.id, { parentId: item.parentId, beforeId, hue: item.hue })))).toEqual(
        shape(tree),
      )
    }
})
