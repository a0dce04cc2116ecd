import { expect, test } from 'vitest'
import type { Excerpt } from '#/lib/excerpt/excerpt.ts'
import { shownGroups } from './excerpt-groups.ts'

const excerpt = (annotationId: string, document: string) => ({ annotationId, document: { id: document } }) as Excerpt
const ids = (groups: ReturnType<typeof shownGroups>) =>
  groups?.map(({ key, excerpts, count }) => [key, count, excerpts.map((one) => one.annotationId).join('')])

test('documents head their excerpts, with how many match in each', () => {
  const excerpts = [excerpt('a', 'x'), excerpt('b', 'x'), excerpt('c', 'y')]
  expect(ids(shownGroups('document', excerpts, [], { x: 5 }))).toEqual([
    ['x', 5, 'ab'],
    ['y', null, 'c'],
  ])
  expect(shownGroups('recent', excerpts, [], null)).toBeNull()
})

test('a group that goes on over the end of a page is one, and an excerpt of two themes stands under both', () => {
  const [a, b] = [excerpt('a', 'x'), excerpt('b', 'x')]
  const pages = [
    { key: 'truce', shown: 1, count: 2 },
    { key: 'truce', shown: 1, count: 2 },
    { key: 'war', shown: 1, count: 1 },
    { key: null, shown: 1, count: 1 },
  ]
  expect(ids(shownGroups('theme', [a, b, a, excerpt('c', 'y')], pages, null))).toEqual([
    ['truce', 2, 'ab'],
    ['war', 1, 'a'],
    [null, 1, 'c'],
  ])
})
