import { expect, test } from 'vitest'
import { fold } from '#/lib/excerpt/fold.ts'
import { rng } from '#/lib/text/testing/rng.ts'
import { findNames, matchingIds, matchNames } from './match-names.ts'
import { nameFold } from './name-fold.ts'
import { buildNameIndex, knownFold } from './name-index.ts'
import { makeActor, makeTheme } from './testing/entries.ts'
import { plainIndex, plainMatchNames } from './testing/plain-match-names.ts'

/** Few and alike, so that names share beginnings, words and insides in every script. */
const PARTS = ['al', 'ala', 'Al-Sham', 'U.S.', 'us', 'Rus', 'crus', 'Россия', 'рос', 'هَيْئَة', 'هيئة', 'الشام', 'É', 'e', 'ß', '’', 'of', 'a']
const SEEDS = 60

function randomBook(seed: number) {
  const random = rng(seed)
  const name = () => Array.from({ length: random.int(1, 3) }, () => random.pick(PARTS)).join(random.pick([' ', ' ', '-', '']))
  const names = () => Array.from({ length: random.int(0, 4) }, name)
  return {
    random,
    name,
    actors: Array.from({ length: 40 }, (_, at) => makeActor(`a${at}`, name(), names())),
    themes: Array.from({ length: 20 }, (_, at) => makeTheme(`t${at}`, name())),
  }
}

test.each(Array.from({ length: SEEDS }, (_, seed) => seed))(
  'the index finds what the plain search finds, in its order (seed %i)',
  (seed) => {
    const { random, name, ...book } = randomBook(seed)
    const [index, plain] = [buildNameIndex(book), plainIndex(book)]
    const order = ({ id, name, own }: { id: string; name: string; own: boolean }) => ({ id, name, own })
    // Entries of one name and one use have no order of their own: uses differ.
    const uses = (id: string) => Number(id.slice(1)) + (id[0] === 't' ? 100 : 0)
    for (let round = 0; round < 20; round++) {
      const whole = name()
      const typed = random.pick([whole, whole.slice(0, random.int(1, whole.length)), whole.split(' ').reverse().join(' '), ` ${whole[0]}`])
      const options = { uses, recent: random.pick([[], ['a3', 't2', 'gone']]) }
      const wanted = plainMatchNames(plain, typed, options)
      expect(matchNames(index, typed, options).map(order), typed).toEqual(wanted.map(order))
      expect(matchingIds(index, typed)).toEqual(new Set(wanted.map(({ id }) => id)))
      for (const limit of [1, 5]) {
        const { matches, total } = findNames(index, typed, { ...options, limit })
        for (const kind of ['actor', 'theme'] as const) {
          const all = wanted.filter((match) => match.kind === kind)
          expect(total[kind]).toBe(all.length)
          expect(matches.filter((match) => match.kind === kind).map(order), typed).toEqual(all.slice(0, limit).map(order))
        }
      }
    }
  },
)

test('a name of signs alone is matched by nothing and disturbs no other', () => {
  const index = buildNameIndex({ actors: [makeActor('dots', '...'), makeActor('ru', 'Russia')], themes: [] })
  expect(matchNames(index, 'rus').map(({ id }) => id)).toEqual(['ru'])
  expect(matchNames(index, '...')).toEqual([])
})

test('an index of nothing', () => {
  expect(findNames(buildNameIndex({ actors: [], themes: [] }), 'a')).toEqual({ matches: [], total: { actor: 0, theme: 0 } })
})

test('a fold that is remembered is the fold', () => {
  for (const name of ['Hay’at al-Sham', 'plain  ASCII\tname', 'Ёлка']) {
    expect(knownFold(name)).toBe(nameFold(name))
    expect(knownFold(name)).toBe(nameFold(name))
  }
})

test('plain ASCII folds as it does beside a letter that is not', () => {
  for (const text of ["O'Neill  &\tSons", ' A-B_C/D. ', 'x\u0000y', 'U.S.\nArmy', ''])
    expect(`${fold(text)}|é`.replace('é', 'e')).toBe(fold(`${text.trim()}|é`))
})
