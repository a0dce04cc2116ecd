import { expect, test } from 'vitest'
import { changeSentence, type ToldChange } from './change-sentence.ts'
import type { CodebookAct } from './codebook-change.ts'
import { codebookDifference, type ListedEntries } from './codebook-state.ts'
import { makeActor, makeTheme } from './testing/entries.ts'

const NAMES = { entries: { g: 'Ground', a: 'Aleppo', t: 'Talks', h: 'HTS', n: 'Nusra' }, kinds: { state: 'State', ngo: 'NGO' } }
const ground = makeTheme('g', 'Ground')
const aleppo = makeTheme('a', 'Aleppo', { parentId: 'g', hotkey: 3 })
const talks = makeTheme('t', 'Talks')

function told(act: CodebookAct, was: ListedEntries, is: ListedEntries, about: Partial<ToldChange> = {}): string {
  const change: ToldChange = {
    act,
    entry: 'theme',
    entryId: 'a',
    name: 'Aleppo',
    byName: 'Layla',
    ...codebookDifference(was, is),
    ...about,
  }
  return changeSentence(change, NAMES).replaceAll(/[\u2068\u2069]/g, '')
}
const change = (is: Partial<typeof aleppo>, act: CodebookAct = 'changed') =>
  told(act, { themes: [aleppo] }, { themes: [{ ...aleppo, ...is }] })

test.each([
  ['adding', () => told('added', {}, { themes: [aleppo] }), 'Layla added the theme “Aleppo” under “Ground”'],
  [
    'proposing',
    () => told('added', {}, { themes: [{ ...aleppo, state: 'proposed' }] }),
    'Layla proposed the theme “Aleppo” under “Ground”',
  ],
  ['renaming', () => change({ name: 'Halab' }), 'Layla renamed the theme “Aleppo” to “Halab”'],
  ['moving', () => change({ parentId: null, hue: 4 }, 'moved'), 'Layla moved the theme “Aleppo” from under “Ground” to the top'],
  ['shifting', () => change({ position: 4 }, 'moved'), 'Layla moved the theme “Aleppo” among its siblings'],
  ['defining', () => change({ definition: 'The city' }), 'Layla wrote the definition of the theme “Aleppo”'],
  ['ruling', () => change({ exclude: 'Not here' }), 'Layla said when not to tag with the theme “Aleppo”'],
  ['colouring', () => change({ hue: 2 }), 'Layla changed the colour of the theme “Aleppo” to Vermilion'],
  ['unkeying', () => change({ hotkey: null }), 'Layla took the key 3 from the theme “Aleppo”'],
  ['several fields', () => change({ name: 'Halab', include: 'x' }), 'Layla changed the theme “Aleppo”: name and when to tag with it'],
  ['examples', () => change({ examples: ['x'] }), 'Layla changed the examples of the theme “Aleppo”'],
  ['bringing back', () => told('brought-back', {}, { themes: [aleppo] }), 'Layla brought the theme “Aleppo” back'],
])('%s', (_, sentence, expected) => {
  expect(sentence()).toBe(expected)
})

test('a key says whose it was', () => {
  const is = [
    { ...talks, hotkey: 3 },
    { ...aleppo, hotkey: null },
  ]
  expect(told('changed', { themes: [talks, aleppo] }, { themes: is }, { entryId: 't', name: 'Talks' })).toBe(
    'Layla gave the theme “Talks” the key 3, which “Aleppo” had',
  )
})

test('a deletion says what rose', () => {
  const about = { entryId: 'g', name: 'Ground' }
  expect(told('deleted', { themes: [ground, aleppo] }, { themes: [{ ...aleppo, parentId: null }] }, about)).toBe(
    'Layla deleted the theme “Ground”; 1 theme below it moved to the top',
  )
})

test('archiving several names the first', () => {
  const archived = [ground, aleppo].map((theme) => ({ ...theme, state: 'archived' as const }))
  expect(told('archived', { themes: [ground, aleppo] }, { themes: archived })).toBe('Layla archived the theme “Aleppo” and 1 more')
})

test('a merge says what went into what', () => {
  const [h, n] = [makeActor('h', 'HTS'), makeActor('n', 'Nusra')]
  const about = { entry: 'actor', entryId: 'h', name: 'HTS' } as const
  expect(told('merged', { actors: [h, n] }, { actors: [h], merged: { n: 'h' } }, about)).toBe('Layla merged “Nusra” into “HTS”')
})

test('an actor’s kind is named, a bulk change counted', () => {
  const h = makeActor('h', 'HTS', [], { kind: 'state' })
  const about = { entry: 'actor', entryId: 'h', name: 'HTS' } as const
  expect(told('changed', { actors: [h] }, { actors: [{ ...h, kind: 'ngo' }] }, about)).toBe(
    'Layla changed the kind of the actor “HTS” from State to NGO',
  )
  const all = { entry: 'codebook', entryId: null, name: 'PLOVER' } as const
  expect(told('imported', {}, { themes: [ground, talks], actors: [h] }, all)).toBe('Layla imported “PLOVER”: 1 actor and 2 themes added')
})
