import fc from 'fast-check'
import { expect, test } from 'vitest'
import { buildTree, descendantIds, flattenTree, type Nested, pathOf, wouldCycle } from './theme-tree.ts'

const items: Nested[] = [
  { id: 'war', parentId: null },
  { id: 'air', parentId: 'war' },
  { id: 'talks', parentId: null },
  { id: 'strikes', parentId: 'air' },
  { id: 'ground', parentId: 'war' },
]

test('the forest keeps the order of siblings', () => {
  expect(flattenTree(buildTree(items)).map((node) => `${node.level}${node.item.id}`)).toEqual([
    '1war',
    '2air',
    '3strikes',
    '2ground',
    '1talks',
  ])
})

test('closed items hide what is below them', () => {
  expect(flattenTree(buildTree(items), new Set(['air'])).map((node) => node.item.id)).toEqual(['war', 'air', 'ground', 'talks'])
})

test('descendants, paths', () => {
  expect(descendantIds(items, 'war')).toEqual(new Set(['air', 'strikes', 'ground']))
  expect(descendantIds(items, 'strikes').size).toBe(0)
  expect(pathOf(items, 'strikes').map((item) => item.id)).toEqual(['war', 'air', 'strikes'])
  expect(pathOf(items, 'nobody')).toEqual([])
})

test('an item cannot go under itself or what is below it', () => {
  expect(wouldCycle(items, 'war', 'strikes')).toBe(true)
  expect(wouldCycle(items, 'war', 'war')).toBe(true)
  expect(wouldCycle(items, 'strikes', 'talks')).toBe(false)
  expect(wouldCycle(items, 'strikes', null)).toBe(false)
})

test('whatever the parents, every item appears once', () => {
  const nested = fc.uniqueArray(fc.record({ id: fc.stringMatching(/^[a-h]$/), parentId: fc.option(fc.stringMatching(/^[a-i]$/)) }), {
    selector: (item) => item.id,
  })
  fc.assert(
    fc.property(nested, (any) => {
      const seen = flattenTree(buildTree(any)).map((node) => node.item.id)
      expect(seen.toSorted()).toEqual(any.map((item) => item.id).toSorted())
      for (const item of any) expect(descendantIds(any, item.id).has(item.id)).toBe(false)
    }),
  )
})
