import { describe, expect, it } from 'vitest'
import { CERTAINTIES, STATUSES } from '#/lib/annotation/facts.ts'
import { ROLES_IN_STATEMENT, STANCES } from '#/lib/codebook/codebook.ts'
import { DIMENSIONS } from '#/lib/query/facet-keys.ts'
import { NEARNESSES, type Nearness, oneOf, type Query } from '#/lib/query/query.ts'
import { type Rng, rng } from '#/lib/text/testing/rng.ts'
import { NOWHERE } from '#/tests/support/nowhere.ts'
import { type CountedExcerpt, DocumentColumns, STRETCHES, type Stretch } from './document-columns.ts'
import { IdNumbers } from './id-numbers.ts'
import { columnsSay, rowTest } from './row-test.ts'
import { standsNear } from './stands-near.ts'
import { countColumns, Tally } from './tally.ts'

const seed = Number(process.env.SEED ?? 46)
const ENTRIES = ['a', 'b', 'c', 'd', 'e', 'f']
/** "a" is above "b", which is above "c"; "f" is deleted. */
const ABOVE = new Map([
  ['a', ['a']],
  ['b', ['a', 'b']],
  ['c', ['a', 'b', 'c']],
  ['d', ['d']],
  ['e', ['e']],
])

interface World {
  numbers: IdNumbers
  made: { columns: DocumentColumns; excerpts: CountedExcerpt[] }[]
}

/** Passages that often share a place or a unit, and are as often detached. */
function stands(chance: Rng): Pick<CountedExcerpt, 'isAttached' | 'stretches'> {
  if (chance.chance(0.2)) return { isAttached: false, stretches: NOWHERE }
  const from = chance.int(0, 30)
  const to = from + chance.int(0, 8)
  const sentences = [Math.floor(from / 10) * 10, Math.ceil((to + 1) / 10) * 10] as const
  return { isAttached: true, stretches: { passage: [from, to], sentences, paragraphs: [0, sentences[1]] } }
}

function makeWorld(chance: Rng): World {
  const numbers = new IdNumbers()
  const maybe = <T>(list: readonly T[]) => (chance.chance(0.6) ? chance.pick(list) : null)
  let ordinal = 0
  const some = <T>(list: readonly T[]) => list.filter(() => chance.chance(0.3))
  const made = Array.from({ length: 30 }, (_, d) => {
    const excerpts = Array.from({ length: chance.int(0, 12) }, () => ({
      ordinal: ++ordinal,
      layer: numbers.number(`layer ${d}`),
      tagger: numbers.number(chance.pick(['Layla', 'Omar'])),
      ...stands(chance),
      status: maybe(STATUSES),
      certainty: maybe(CERTAINTIES),
      actors: some(ENTRIES).flatMap((id) => some(ROLES_IN_STATEMENT).map((manner) => ({ entry: numbers.number(id), manner }))),
      themes: some(ENTRIES).map((id) => ({ entry: numbers.number(id), manner: chance.pick(STANCES) })),
    }))
    const document = { id: `document ${d}`, outlet: chance.pick(['', 'A', 'B']), kind: chance.pick(['', 'Speech']), language: 'en' }
    return { columns: new DocumentColumns({ ...document, publishedDay: maybe([17_000, 17_001]), isLive: true }, excerpts), excerpts }
  })
  return { numbers, made }
}

/** Counts excerpts by their keys, said without columns. */
function naive(made: World['made'], keysOf: (excerpt: CountedExcerpt, document: DocumentColumns['document']) => (string | null)[]) {
  const counts: Record<string, number> = {}
  for (const { columns, excerpts } of made)
    for (const excerpt of excerpts)
      for (const key of new Set(keysOf(excerpt, columns.document))) if (key) counts[key] = (counts[key] ?? 0) + 1
  return counts
}

describe('columns of excerpts', () => {
  it('say of every excerpt what was put in', () => {
    const { made } = makeWorld(rng(seed))
    for (const { columns, excerpts } of made)
      for (const [row, excerpt] of excerpts.entries()) {
        const tags = (from: number, to: number, list: readonly string[]) =>
          Array.from({ length: to - from }, (_, n) => ({ entry: columns.entry(from + n), manner: list[columns.manner(from + n)] }))
        expect({
          ordinal: columns.ordinal(row),
          layer: columns.layer(row),
          tagger: columns.tagger(row),
          isAttached: columns.isAttached(row),
          stretches: Object.fromEntries(STRETCHES.map((of) => [of, columns.stretch(row, of)])),
          status: STATUSES[columns.status(row)] ?? null,
          certainty: CERTAINTIES[columns.certainty(row)] ?? null,
          actors: tags(columns.actorsFrom(row), columns.actorsTo(row), ROLES_IN_STATEMENT),
          themes: tags(columns.actorsTo(row), columns.themesTo(row), STANCES),
        }).toEqual(excerpt)
      }
  })

  it('are counted by every dimension as a person would count', () => {
    for (let round = 0; round < 20; round++) {
      const world = makeWorld(rng(seed + round))
      const { numbers, made } = world
      const tally = new Tally((columns, row) => columns.isAttached(row), DIMENSIONS, { numbers, themes: ABOVE, stancesTowards: ['a', 'd'] })
      const columns = made.map((one) => one.columns)
      expect([...countColumns(columns, [tally])].length).toBe(0)
      const attached = made.map((one) => ({ ...one, excerpts: one.excerpts.filter((excerpt) => excerpt.isAttached) }))
      const by = (keysOf: Parameters<typeof naive>[1]) => naive(attached, keysOf)
      const ids = (tags: readonly { entry: number }[]) => tags.map(({ entry }) => numbers.id(entry))
      expect(Object.fromEntries(tally.by()), `seed ${seed + round}`).toEqual({
        theme: by(({ themes }) => ids(themes).flatMap((id) => ABOVE.get(id) ?? [])),
        actor: by(({ actors }) => ids(actors)),
        role: by(({ actors }) => actors.map(({ manner }) => manner)),
        stance: by(({ themes }) => themes.filter(({ entry }) => ['a', 'd'].includes(numbers.id(entry))).map(({ manner }) => manner)),
        status: by(({ status }) => [status]),
        certainty: by(({ certainty }) => [certainty]),
        language: by((_, { language }) => [language]),
        outlet: by((_, { outlet }) => [outlet]),
        kind: by((_, { kind }) => [kind]),
        document: by((_, { id }) => [id]),
        tagger: by(({ tagger }) => [numbers.id(tagger)]),
      })
      expect(tally.excerpts).toBe(attached.reduce((sum, { excerpts }) => sum + excerpts.length, 0))
      expect(tally.documents).toBe(attached.filter(({ excerpts }) => excerpts.length > 0).length)
    }
  })

  it('leave others their turn', () => {
    const excerpt = { layer: 0, tagger: 0, isAttached: true, stretches: NOWHERE, status: null, certainty: null, actors: [], themes: [] }
    const document = { id: 'd', outlet: '', kind: '', language: 'en', publishedDay: null, isLive: true }
    const columns = new DocumentColumns(
      document,
      Array.from({ length: 1000 }, (_, ordinal) => ({ ...excerpt, ordinal })),
    )
    const tally = new Tally(() => true, [], { numbers: new IdNumbers(), themes: new Map(), stancesTowards: null })
    expect([...countColumns(Array(100).fill(columns), [tally])].length).toBe(100)
    expect(tally.excerpts).toBe(100_000)
  })
})

/** What near means, said of two excerpts. */
const IS_NEAR: Record<Nearness, (one: CountedExcerpt, other: CountedExcerpt) => boolean> = {
  'same-sentence': (one, other) => meet(one.stretches.sentences, other.stretches.sentences),
  'same-paragraph': (one, other) => meet(one.stretches.paragraphs, other.stretches.paragraphs),
  'same-document': (one, other) => one.isAttached && other.isAttached,
  overlapping: (one, other) => meet(one.stretches.passage, other.stretches.passage),
  'followed-by': ({ stretches: { passage: one } }, { stretches: { passage: other } }) =>
    one !== null && other !== null && other[0] >= one[1],
}

function meet(one: Stretch, other: Stretch): boolean {
  return one !== null && other !== null && one[0] < other[1] && other[0] < one[1]
}

describe('nearness in columns', () => {
  it.each(NEARNESSES)('is what it is of every two excerpts of a document: %s', (how) => {
    let near = 0
    for (let round = 0; round < 20; round++) {
      const { made } = makeWorld(rng(seed + round))
      const isOther = ({ ordinal }: { ordinal: number }) => ordinal % 4 === 0
      const test = standsNear(how, (columns, row) => isOther({ ordinal: columns.ordinal(row) }))
      for (const { columns, excerpts } of made)
        for (const [row, excerpt] of excerpts.entries()) {
          const expected = excerpts.some((other) => isOther(other) && IS_NEAR[how](excerpt, other))
          expect(test(columns, row), `seed ${seed + round}, ${JSON.stringify(excerpt)}`).toBe(expected)
          if (expected) near++
        }
    }
    expect(near).toBeGreaterThan(50)
  })
})

describe('what columns can say', () => {
  const near = (left: Query): Query => ({ is: 'near', how: 'overlapping', left, right: oneOf('role', 'recipient') })

  it('is nothing of words and marks, wherever they stand', () => {
    expect(columnsSay({ is: 'any', of: [oneOf('status', 'planned'), { is: 'not', of: near(oneOf('tagger', 'x')) }] })).toBe(true)
    for (const query of [oneOf('words', 'line'), oneOf('mark', 'new'), near(oneOf('memo', 'x'))]) {
      expect(columnsSay(query)).toBe(false)
      expect(columnsSay({ is: 'all', of: [oneOf('status', 'planned'), { is: 'not', of: query }] })).toBe(false)
      const world = { numbers: new IdNumbers(), actorsMeant: () => [], themesMeant: () => [], isSeen: () => true }
      expect(() => rowTest(query, world)).toThrow('Columns do not know')
    }
  })
})
