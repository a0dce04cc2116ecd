import { expect, test } from 'vitest'
import type { Theme } from '#/lib/codebook/codebook.ts'
import { makeActor, makeCodebook, makeTheme } from '#/lib/codebook/testing/entries.ts'
import { CodebookView } from './codebook-view.ts'
import { quickItems } from './quick-items.ts'

const theme = (id: string, given: Partial<Theme> = {}) => makeTheme(id, id, given)
const MORE = Array.from({ length: 12 }, (_, i) => theme(`x${i}`))
const THEMES = [theme('b'), theme('a'), theme('a1', { parentId: 'a' }), ...MORE]

function keys(themes: Theme[], panel: 'actors' | 'themes', uses: (id: string) => number): string {
  const actors = [makeActor('iran', 'Iran')]
  const counts = { actorUses: {}, themeUses: {}, statementsWithActors: 0, statementsWithThemes: 0, memoed: [] }
  const codebook = new CodebookView({ ...makeCodebook({ themes, actors }), ...counts })
  const items = quickItems({ codebook, panel }, uses)
  return [...items]
    .sort(([a], [b]) => a - b)
    .map(([key, { id }]) => `${key}:${id}`)
    .join(' ')
}

test('the most used items get the keys, in the order of the codebook; unused ones get none', () => {
  const uses: Record<string, number> = { a1: 9, b: 2, x3: 5 }
  expect(keys(THEMES, 'themes', (id) => uses[id] ?? 0)).toBe('1:b 2:a1 3:x3')
})

test('nine at most', () => {
  expect(keys(THEMES, 'themes', () => 1).split(' ')).toHaveLength(9)
  expect(keys(THEMES, 'actors', () => 0)).toBe('')
})

test('a theme with a key of its own has it on both tabs, and the others take what is left', () => {
  const themes = [theme('b'), theme('a', { hotkey: 1 }), theme('c')]
  expect(keys(themes, 'themes', () => 1)).toBe('1:a 2:b 3:c')
  expect(keys(themes, 'actors', () => 1)).toBe('1:a 2:iran')
})

test('what is archived has no key', () => {
  expect(keys([theme('a', { hotkey: 4, state: 'archived' }), theme('b', { state: 'archived' }), theme('c')], 'themes', () => 1)).toBe('1:c')
})
