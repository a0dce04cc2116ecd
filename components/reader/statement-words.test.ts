import { expect, test } from 'vitest'
import { makeActor, makeCodebook, makeTheme } from '#/lib/codebook/testing/entries.ts'
import { CodebookView } from './codebook-view.ts'
import { laneWords, quoted, shorten, statementHues, statementInFull, statementWords } from './statement-words.ts'

const CODEBOOK = new CodebookView({
  ...makeCodebook(),
  actors: [makeActor('mod', 'Russian MoD'), makeActor('hts', 'HTS', [], { hue: 7 })],
  themes: [
    makeTheme('info', 'Information', { hue: 6 }),
    makeTheme('acc', 'Accusation or denial', { parentId: 'info' }),
    makeTheme('dec', 'Deconfliction', { hue: 1, position: 1 }),
  ],
  actorUses: {},
  themeUses: {},
  statementsWithActors: 0,
  statementsWithThemes: 0,
  memoed: [],
})
const actor = (actorId: string, role: 'source' | 'recipient' | 'mentioned') => ({ actorId, role, by: ['u'] })
const theme = (themeId: string, stance: 'supports' | 'opposes' | 'neutral' | 'none') => ({ themeId, stance, by: ['u'] })

test('a statement reads as who, in which role, and what, with which stance', () => {
  expect(statementWords({ actors: [actor('mod', 'source'), actor('hts', 'recipient')], themes: [theme('acc', 'opposes')] }, CODEBOOK)).toBe(
    'Russian MoD, source; HTS, recipient; Accusation or denial, opposes',
  )
  expect(statementWords({ actors: [], themes: [theme('acc', 'none')] }, CODEBOOK)).toBe('Accusation or denial')
  expect(statementWords({ actors: [actor('gone', 'source')], themes: [] }, CODEBOOK)).toBe('Deleted actor, source')
})

test('in full it also says what is known of the event', () => {
  const says = { actors: [actor('mod', 'source')], themes: [] }
  expect(statementInFull({ ...says, facts: { status: 'negated', date: '2024-11-30' }, importantTo: ['layla'] }, CODEBOOK)).toBe(
    'Russian MoD, source. Negated; 30 Nov 2024. Important',
  )
  expect(statementInFull({ ...says, facts: {}, importantTo: [] }, CODEBOOK)).toBe('Russian MoD, source')
})

test('the margin shows the first theme, or the first actor', () => {
  expect(laneWords({ actors: [actor('mod', 'source')], themes: [theme('acc', 'opposes')] }, CODEBOOK)).toEqual({
    text: 'Accusation or denial',
    stance: 'opposes',
  })
  expect(laneWords({ actors: [actor('mod', 'source')], themes: [] }, CODEBOOK)).toEqual({ text: 'Russian MoD', stance: 'none' })
})

test('colours come from themes; a child has its branch hue; without a theme the actor may have one', () => {
  expect(
    statementHues({ actors: [actor('hts', 'source')], themes: [theme('acc', 'opposes'), theme('dec', 'supports')] }, CODEBOOK),
  ).toEqual([6, 1])
  expect(statementHues({ actors: [], themes: [theme('acc', 'opposes'), theme('info', 'supports')] }, CODEBOOK)).toEqual([6])
  expect(statementHues({ actors: [actor('hts', 'source')], themes: [] }, CODEBOOK)).toEqual([7])
  expect(statementHues({ actors: [actor('mod', 'source')], themes: [] }, CODEBOOK)).toEqual([0])
})

test('words are cut at a space and stay on one line', () => {
  expect(shorten('one line\nof words', 40)).toBe('one line of words')
  expect(shorten('the channel was never meant for planning', 20)).toBe('the channel was…')
  expect(shorten('abcdefghijklmnop', 10)).toBe('abcdefghij…')
})

test('quotation marks follow the language', () => {
  expect(quoted('الخط', 'ar')).toBe('«الخط»')
  expect(quoted('line', 'en-GB')).toBe('“line”')
  expect(quoted('линия', 'ru')).toBe('«линия»')
  expect(quoted('«линия»', 'ru')).toBe('«линия»')
  expect(quoted('«А» и «Б»', 'ru')).toBe('««А» и «Б»»')
})

test('what this reader hides is not said, and that it is hidden is', () => {
  const hiding = CODEBOOK.hiding(new Set(['mod']))
  const says = { actors: [actor('mod', 'source')], themes: [theme('acc', 'opposes')] }
  expect(statementWords(says, hiding)).toBe('Accusation or denial, opposes')
  expect(statementWords({ ...says, themes: [] }, hiding)).toBe('Its tags are hidden')
  expect(statementWords({ actors: [], themes: [] }, hiding)).toBe('Nothing tagged yet')
})
