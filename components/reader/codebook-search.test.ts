import { expect, test } from 'vitest'
import type { Actor, Theme } from '#/lib/codebook/codebook.ts'
import { actorsNamedIn, searchCodebook, searchEntries } from './codebook-search.ts'

function actor(id: string, name: string, aliases: string[] = [], parentId: string | null = null): Actor {
  return { id, name, kind: 'other', parentId, description: '', aliases, hue: null }
}
function theme(id: string, name: string, parentId: string | null = null): Theme {
  return { id, name, parentId, definition: '', hue: null, position: 0 }
}

const ACTORS = [
  actor('mod', 'Russian MoD', ['Russian Defence Ministry', 'Минобороны России', 'وزارة الدفاع الروسية'], 'ru'),
  actor('ru', 'Russia', ['Россия']),
  actor('hts', 'HTS', ['Hay’at Tahrir al-Sham', 'هيئة تحرير الشام']),
  actor('gid', 'General Intelligence Directorate'),
]
const THEMES = [theme('dec', 'Deconfliction'), theme('intel', 'Intelligence sharing', 'dec'), theme('res', 'UNSC résolution 2254')]
const USES: Record<string, number> = { mod: 9, ru: 30, intel: 4 }
const ENTRIES = searchEntries(ACTORS, THEMES, (id) => USES[id] ?? 0)
const ids = (typed: string, recent: string[] = []) => searchCodebook(ENTRIES, typed, recent).map(({ entry }) => entry.id)

test.each([
  ['prefix of the name, most used first', 'rus', ['ru', 'mod']],
  ['prefix of another name', 'hay', ['hts']],
  ['a later word comes after a prefix', 'intel', ['intel', 'gid']],
  ['inside a word comes last', 'conf', ['dec']],
  ['case is ignored', 'DECON', ['dec']],
  ['diacritics are ignored, typed or not', 'resolution', ['res']],
  ['Cyrillic other names', 'минобор', ['mod']],
  ['Arabic without hamza and with tatweel', 'هيـئة', ['hts']],
  ['a straight apostrophe finds a curly one', "hay'at", ['hts']],
  ['nothing matches', 'zzz', []],
  ['nothing typed', '  ', []],
])('%s', (_name, typed, expected) => {
  expect(ids(typed)).toEqual(expected)
})

test('recent ones come first', () => {
  expect(ids('rus', ['mod'])).toEqual(['mod', 'ru'])
})

test('the match is given in the name as it is written', () => {
  const match = searchCodebook(ENTRIES, 'resol')[0]!
  expect(match.entry.names[match.nameIndex]!.slice(match.start, match.end)).toBe('résol')
  const other = searchCodebook(ENTRIES, 'defence')[0]!
  expect(other.entry.names[other.nameIndex]!.slice(other.start, other.end)).toBe('Defence')
})

test('the path leads from the top to the parent, and a ring of parents ends', () => {
  expect(ENTRIES.find(({ id }) => id === 'intel')!.path).toEqual(['Deconfliction'])
  const ring = searchEntries([actor('a', 'A', [], 'b'), actor('b', 'B', [], 'a')], [], () => 0)
  expect(ring[0]!.path).toEqual(['B'])
})

test('actors named in a passage, in order, whole words only', () => {
  expect(actorsNamedIn(ENTRIES, 'positions of Hay’at Tahrir al-Sham, said Russia; the Russians').map(({ id }) => id)).toEqual(['hts', 'ru'])
})

test('2,000 actors with five names answer within a frame', () => {
  const many = Array.from({ length: 2_000 }, (_, i) =>
    actor(
      `a${i}`,
      `Actor number ${i}`,
      ['one', 'two', 'three', 'four'].map((word) => `${word} ${i}`),
    ),
  )
  const entries = searchEntries(many, [], () => 0)
  expect(searchCodebook(entries, 'number 77').length).toBeGreaterThan(10)
})
