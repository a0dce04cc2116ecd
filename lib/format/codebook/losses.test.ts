import { expect, test } from 'vitest'
import { SHIPPED_KINDS } from '#/lib/codebook/actor-kinds.ts'
import { makeActor, makeAlias, makeTheme } from '#/lib/codebook/testing/entries.ts'
import { CODEBOOK_FORMATS } from './codebook-formats.ts'
import { codebookLosses } from './losses.ts'

const PLAIN = { version: 1, kinds: [...SHIPPED_KINDS], actors: [], themes: [makeTheme('t', 'Talks', { hue: 1, definition: 'Talks' })] }
const actor = {
  ...makeActor('a', 'HTS', [], { aliases: Array.from({ length: 200 }, (_, at) => makeAlias(`${at} ${'x'.repeat(190)}`)) }),
  memberships: [],
  externalIds: [{ scheme: 'wikidata', value: 'Q1' }],
  designations: [],
}
const RICH = {
  version: 2,
  kinds: [...SHIPPED_KINDS, { slug: 'council', name: 'Council', glyph: 'government' as const }],
  actors: [actor],
  themes: [makeTheme('t', 'Talks', { hue: 1, include: 'When', examples: ['One'], hotkey: 2 })],
}

test.each(CODEBOOK_FORMATS.map(({ id }) => id))('of a plain codebook %s loses nothing', (format) => {
  expect(codebookLosses(PLAIN, format)).toEqual([])
})

test('each format says what of this codebook it loses', () => {
  expect(codebookLosses(RICH, 'json')).toEqual([])
  expect(codebookLosses(RICH, 'csv')).toEqual(['The glyphs of 1 kind of your own.', '1 kind that no actor has: Council.'])
  expect(codebookLosses(RICH, 'xlsx')).toEqual(['The end of the longest cell of 1 entry: an Excel cell holds 32,767 characters.'])
  expect(codebookLosses(RICH, 'qdc')).toEqual([
    'As text below the description, which Interline reads back and other programs only show: 200 other names, 1 external id, 1 theme with rules, 1 example, 1 key.',
  ])
})
