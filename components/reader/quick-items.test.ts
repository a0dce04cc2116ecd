import { expect, test } from 'vitest'
import { makeCodebook, makeTheme } from '#/lib/codebook/testing/entries.ts'
import { CodebookView } from './codebook-view.ts'
import { quickItems } from './quick-items.ts'

const theme = (id: string, parentId: string | null = null) => makeTheme(id, id, { parentId })
const THEMES = [theme('b'), theme('a'), theme('a1', 'a'), ...Array.from({ length: 12 }, (_, i) => theme(`x${i}`))]
const codebook = new CodebookView({
  ...makeCodebook(),
  themes: THEMES,
  actorUses: {},
  themeUses: {},
  statementsWithActors: 0,
  statementsWithThemes: 0,
})

test('the most used items get the keys, in the order of the codebook; unused ones get none', () => {
  const uses: Record<string, number> = { a1: 9, b: 2, x3: 5 }
  expect(quickItems({ codebook, panel: 'themes' }, (id) => uses[id] ?? 0).map(({ id }) => id)).toEqual(['b', 'a1', 'x3'])
})

test('nine at most', () => {
  expect(quickItems({ codebook, panel: 'themes' }, () => 1)).toHaveLength(9)
  expect(quickItems({ codebook, panel: 'actors' }, () => 1)).toEqual([])
})
