import { expect, test } from 'vitest'
import { makeCodebook, makeTheme } from '#/lib/codebook/testing/entries.ts'
import { codebookRows } from './codebook-rows.ts'
import { CodebookView } from './codebook-view.ts'

const theme = (id: string, name: string, parentId: string | null, definition = '') => makeTheme(id, name, { parentId, definition })
const CODEBOOK = new CodebookView({
  ...makeCodebook(),
  themes: [
    theme('dec', 'Deconfliction', null),
    theme('line', 'Hotline', 'dec'),
    theme('intel', 'Intelligence sharing', 'dec', 'Passing targeting data'),
    theme('pol', 'Political track', null),
  ],
  actorUses: {},
  themeUses: {},
  statementsWithActors: 0,
  statementsWithThemes: 0,
  memoed: [],
})
const rows = (filter: string, closed: string[] = []) =>
  codebookRows(CODEBOOK, 'theme', filter, new Set(closed)).map(
    ({ item, level, expanded, dimmed }) =>
      `${level} ${item.id}${expanded === null ? '' : expanded ? ' open' : ' closed'}${dimmed ? ' dim' : ''}`,
  )

test('the tree from top to bottom', () => {
  expect(rows('')).toEqual(['1 dec open', '2 line', '2 intel', '1 pol'])
})

test('what is folded hides what is below it', () => {
  expect(rows('', ['dec'])).toEqual(['1 dec closed', '1 pol'])
})

test('a filter keeps matches and, dimmed, what is above them, whatever is folded', () => {
  expect(rows('hot', ['dec'])).toEqual(['1 dec open dim', '2 line'])
})

test('definitions match too; nothing matches nothing', () => {
  expect(rows('targeting')).toEqual(['1 dec open dim', '2 intel'])
  expect(rows('zzz')).toEqual([])
})
