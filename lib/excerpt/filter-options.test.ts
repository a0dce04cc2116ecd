import { expect, test } from 'vitest'
import { makeActor, makeCodebook, makeTheme } from '#/lib/codebook/testing/entries.ts'
import { EVERYTHING } from '#/lib/query/query.ts'
import { buildFilterOptions, matchFilterOptions } from './filter-options.ts'

const actor = (id: string, name: string, ...aliases: string[]) => makeActor(id, name, aliases)
const theme = (id: string, name: string, parentId: string | null = null) => makeTheme(id, name, { parentId, hue: 1 })
const document = (id: string, title: string, language: string) => ({
  id,
  title,
  outlet: 'Wire',
  author: '',
  publishedOn: null,
  url: '',
  language,
  direction: 'ltr' as const,
})
const options = buildFilterOptions({
  codebook: {
    ...makeCodebook(),
    actors: [actor('mod', 'Russian MoD', 'Минобороны'), actor('us', 'United States', 'США')],
    themes: [theme('t', 'Trust'), theme('r', 'Russian role', 't')],
  },
  documents: [document('d', 'Брифинг', 'ru'), document('e', 'On trust', 'en')],
  people: [{ id: 'p', name: 'Layla Haddad' }],
})
const offered = (typed: string) =>
  matchFilterOptions(options, typed)
    .filter(({ id }) => !/^(quote|text|memo|comment|title) typed/.test(id))
    .map(({ field, label }) => `${field} ${label}`)

test.each([
  ['rus', ['Language Russian', 'Actor Russian MoD', 'Theme Russian role', 'Theme Trust', 'Document On trust', 'Words rus']],
  ['минобор', ['Actor Russian MoD', 'Words минобор']],
  ['Брифинг', ['Document Брифинг', 'Words Брифинг']],
  ['hadd', ['Tagger Layla Haddad', 'Words hadd']],
  ['oppo', ['Stance Opposes', 'Words oppo']],
  ['orphan', ['Passage Detached too', 'Passage Detached only', 'Words orphan']],
  ['2017', ['Published 2017', 'Happened 2017', 'Tagged 2017', 'Words 2017']],
  ['2017-03', ['Published 2017-03', 'Happened 2017-03', 'Tagged 2017-03', 'Words 2017-03']],
  ['2017-13', ['Words 2017-13']],
  ['2018 - 2016', ['Published 2016 to 2018', 'Happened 2016 to 2018', 'Tagged 2016 to 2018', 'Words 2018 - 2016']],
  ['zzz', ['Words zzz']],
])('"%s" offers %j', (typed, expected) => {
  expect(offered(typed)).toEqual(expected)
})

test('nothing typed offers the first of everything', () => {
  expect(offered(' ')[0]).toBe('Actor Russian MoD')
})

test('the name of a field offers its values', () => {
  expect(offered('stance')).toEqual([
    'Stance Mixed',
    'Stance Opposes',
    'Stance Neutral',
    'Stance Supports',
    'Stance No stance',
    'Words stance',
  ])
})

test('options ask what they say', () => {
  const apply = (typed: string) => matchFilterOptions(options, typed)[0]?.apply(EVERYTHING)
  expect(apply('united')).toMatchObject({ is: 'actor', values: ['us'], role: null })
  expect(apply('2017')).toMatchObject({ is: 'published', from: '2017-01-01', to: '2017-12-31' })
  expect(matchFilterOptions(options, '2016-2017')[1]?.apply(EVERYTHING)).toMatchObject({
    is: 'happened',
    from: '2016-01-01',
    to: '2017-12-31',
  })
  expect(apply('hypoth')).toMatchObject({ is: 'status', values: ['hypothetical'] })
  expect(apply('doubt')).toMatchObject({ is: 'certainty', values: ['doubtful'] })
  expect(apply(' Zzz ')).toMatchObject({ is: 'words', values: ['Zzz'] })
  expect(apply('detached only')).toMatchObject({ is: 'passage', values: ['detached'] })
  const places = matchFilterOptions(options, 'zzz').map((option) => option.apply(EVERYTHING).is)
  expect(places).toEqual(['words', 'quote', 'text', 'memo', 'comment', 'title'])
  expect(apply('last visit')).toMatchObject({ is: 'mark', values: ['new'] })
})
