import { expect, test } from 'vitest'
import type { Annotation } from '#/lib/annotation/model.ts'
import { makeActor, makeCodebook, makeTheme } from '#/lib/codebook/testing/entries.ts'
import { CodebookView } from './codebook-view.ts'
import { differencesInWords, statementDifferences } from './statement-differences.ts'

const codebook = new CodebookView({
  ...makeCodebook(),
  actors: [makeActor('mod', 'Russian MoD'), makeActor('us', 'United States')],
  themes: [makeTheme('acc', 'Accusation')],
  actorUses: {},
  themeUses: {},
  statementsWithActors: 0,
  statementsWithThemes: 0,
  memoed: [],
})
const BEFORE: Annotation = {
  id: 'a',
  by: 'layla',
  createdAt: 1,
  modifiedAt: 1,
  modifiedBy: 'layla',
  runs: [[1, 0, 5]],
  quote: { exact: 'the line', prefix: '', suffix: '' },
  actors: [{ actorId: 'us', role: 'recipient', by: ['layla'] }],
  themes: [{ themeId: 'acc', stance: 'neutral', by: ['layla'] }],
  facts: {},
  importantTo: [],
  memos: [],
}
const changed = (change: Partial<Annotation>) => statementDifferences(BEFORE, { ...BEFORE, ...change }, codebook)

test('nothing differs from itself, whoever put the same tag too', () => {
  expect(changed({ actors: [{ actorId: 'us', role: 'recipient', by: ['layla', 'tomas'] }], modifiedAt: 2 })).toEqual([])
})

test('another recipient is said with both names', () => {
  const differences = changed({ actors: [{ actorId: 'mod', role: 'recipient', by: ['tomas'] }] })
  expect(differences).toEqual([{ what: 'recipient', before: 'United States', after: 'Russian MoD' }])
  expect(differencesInWords(differences)).toBe('recipient')
})

test('a stance is one difference, a theme that goes takes its stance along', () => {
  expect(differencesInWords(changed({ themes: [{ themeId: 'acc', stance: 'opposes', by: ['tomas'] }] }))).toBe('stance')
  expect(differencesInWords(changed({ themes: [] }))).toBe('theme')
})

test('several are listed, with facts, memo and words', () => {
  const differences = changed({
    facts: { date: '2017-03-12' },
    memos: [{ by: 'tomas', at: 2, text: 'Compare.' }],
    quote: { exact: 'the line is open', prefix: '', suffix: '' },
  })
  expect(differencesInWords(differences)).toBe('the words, date and memo')
  expect(differences.find(({ what }) => what === 'date')).toEqual({ what: 'date', before: '', after: '12 Mar 2017' })
})
