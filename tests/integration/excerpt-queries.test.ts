import { eq } from 'drizzle-orm'
import { beforeEach, expect, test } from 'vitest'
import { FacetIndexes } from '#/db/facet-indexes.ts'
import { countExcerpts, countMatching } from '#/db/queries/excerpt-counts.ts'
import { excerptBatches, pageOfExcerpts } from '#/db/queries/excerpts.ts'
import { actorMemberships, actors } from '#/db/schema/codebook.ts'
import { documents, documentVisits } from '#/db/schema/documents.ts'
import { documentTexts, excerpts } from '#/db/schema/excerpts.ts'
import { comments, threads } from '#/db/schema/talk.ts'
import type { Scope } from '#/db/scope.ts'
import { CERTAINTIES, STATUSES } from '#/lib/annotation/facts.ts'
import { ROLES_IN_STATEMENT, STANCES } from '#/lib/codebook/codebook.ts'
import type { Excerpt, ExcerptPage } from '#/lib/excerpt/excerpt.ts'
import { EXCERPT_GROUPINGS, type ExcerptSort } from '#/lib/excerpt/results-query.ts'
import { newId } from '#/lib/id.ts'
import { asked, askedKeys, withoutField } from '#/lib/query/facet-keys.ts'
import { normalise } from '#/lib/query/normalise.ts'
import { printQuery } from '#/lib/query/print.ts'
import { allOf, type Condition, conditionsOf, EVERYTHING, type Field, MARKS, NEARNESSES, oneOf, type Query } from '#/lib/query/query.ts'
import { IDS_ONLY } from '#/lib/query/vocabulary.ts'
import { type Rng, rng } from '#/lib/text/testing/rng.ts'
import { ask } from '#/tests/support/ask.ts'
import { testDatabase } from '#/tests/support/database.ts'
import { makeActor } from '#/tests/support/make-actor.ts'
import { makeMember } from '#/tests/support/make-member.ts'
import { makeTheme } from '#/tests/support/make-theme.ts'
import { makeWorkspace } from '#/tests/support/make-workspace.ts'
import { type QueryWorld, queryInMemory } from '#/tests/support/query-in-memory.ts'
import { type RandomPool, randomExcerpts } from '#/tests/support/random-excerpts.ts'
import { randomTalk } from '#/tests/support/random-talk.ts'

const { db } = testDatabase()
const indexes = new FacetIndexes()
const seed = Number(process.env.SEED ?? 20171)

let scope: Scope
let chance: Rng
let pool: RandomPool
/** Parent of each theme. */
let parents: Map<string, string | null>

beforeEach(async () => {
  chance = rng(seed)
  const made = await makeWorkspace(db)
  scope = made.scope
  const { user } = await makeMember(db, scope.workspaceId, 'coder')
  parents = new Map()
  for (let i = 0; i < 6; i++) {
    const parentId = i < 2 ? null : chance.pick([...parents.keys()])
    parents.set(await makeTheme(db, scope, { name: `Theme ${i}`, parentId, position: i }), parentId)
  }
  const actorIds = [
    await makeActor(db, scope, { name: 'A' }),
    await makeActor(db, scope, { name: 'B' }),
    await makeActor(db, scope, { name: 'C' }),
  ]
  pool = { actorIds, themeIds: [...parents.keys()], taggerIds: [made.owner.id, user.id] }
  await randomExcerpts(db, scope, chance, pool, { documents: 12, each: 16 })
  await randomTalk(db, scope, chance)
})

const isBelow = (id: string, top: string): boolean => id === top || (parents.get(id) ? isBelow(parents.get(id) as string, top) : false)

async function everyPage(query: Query, sort: ExcerptSort, limit: number): Promise<Excerpt[]> {
  const all: Excerpt[] = []
  let after: string | null = null
  do {
    const page: Awaited<ReturnType<typeof pageOfExcerpts>> = await pageOfExcerpts(db, scope, { query, sort, after, limit })
    expect(page.excerpts.length).toBeLessThanOrEqual(limit)
    expect(page.next === null || page.excerpts.length === limit).toBe(true)
    all.push(...page.excerpts)
    after = page.next
  } while (after)
  return all
}

const ALL = ask('passage:attached, detached')
const idsOf = (excerpts: Excerpt[]) => excerpts.map((excerpt) => excerpt.annotationId)

const some = <T>(list: readonly T[]): T[] => [chance.pick(list), ...list.filter(() => chance.chance(0.3))]
const days = () =>
  chance.pick([
    { from: '2017-03-02', to: null },
    { from: null, to: '2017-03-03' },
    { from: '2017-03-02', to: '2017-03-14' },
  ])

/** A condition by chance, of every field there is. */
const CONDITIONS: Record<Field, (all: Excerpt[]) => Condition> = {
  actor: () => ({
    is: 'actor',
    values: some(pool.actorIds),
    role: chance.pick([null, ...ROLES_IN_STATEMENT]),
    members: chance.chance(0.5),
  }),
  theme: () => ({ is: 'theme', values: some(pool.themeIds), below: chance.chance(0.7), stances: chance.chance(0.3) ? some(STANCES) : [] }),
  role: () => oneOf('role', ...some(ROLES_IN_STATEMENT)),
  stance: () => oneOf('stance', ...some(STANCES)),
  status: () => oneOf('status', ...some(STATUSES)),
  certainty: () => oneOf('certainty', ...some(CERTAINTIES)),
  id: (all) => oneOf('id', ...some(idsOf(all))),
  document: (all) => oneOf('document', ...some(all.map((excerpt) => excerpt.document.id))),
  language: () => oneOf('language', ...some(['en', 'ru', 'ar'])),
  outlet: () => oneOf('outlet', ...some(['A', 'B'])),
  kind: () => oneOf('kind', ...some(['report', 'speech'])),
  title: () => oneOf('title', ...some(['document 1', 'MENT 2', '%'])),
  tagger: () => oneOf('tagger', ...some(pool.taggerIds)),
  layer: (all) => oneOf('layer', ...some(all.map((excerpt) => excerpt.layerId))),
  words: () => oneOf('words', ...some(['елка', 'cease', 'محمد', '%', '_', 'hotline open'])),
  quote: () => oneOf('quote', ...some(['hotline', 'OPEN hotline', 'line', 'ёлка', 'Ceasefire'])),
  text: () => oneOf('text', ...some(['Hotline', 'hotline open', 'truce линия', 'ёлк'])),
  memo: () => oneOf('memo', ...some(['HOT', 'a_b', '%'])),
  comment: () => oneOf('comment', ...some(['HOT', 'truce', 'ёл', 'pen h', '%'])),
  mark: () => oneOf('mark', ...some(MARKS)),
  passage: () => oneOf('passage', chance.pick(['attached', 'detached'])),
  published: () => ({ is: 'published', ...days() }),
  happened: () => ({ is: 'happened', ...days() }),
  tagged: () => ({ is: 'tagged', ...days() }),
}

function randomCondition(all: Excerpt[]): Condition {
  return chance.pick(Object.values(CONDITIONS))(all)
}

function randomQuery(all: Excerpt[], depth = 3): Query {
  const part = () => randomQuery(all, depth - 1)
  if (depth === 0 || chance.chance(0.35)) return randomCondition(all)
  return chance.pick<() => Query>([
    () => ({ is: 'all', of: [part(), part()] }),
    () => ({ is: 'all', of: [part(), part()] }),
    () => ({ is: 'any', of: [part(), part(), part()] }),
    () => ({ is: 'not', of: part() }),
    () => ({ is: 'near', how: chance.pick(NEARNESSES), left: part(), right: part() }),
  ])()
}

test.each(['document', 'recent'] as const)('pages of any size give every excerpt once, in the order %s', async (sort) => {
  const whole = idsOf(await everyPage(ALL, sort, 10_000))
  expect(whole.length, `seed ${seed}`).toBeGreaterThan(50)
  expect(new Set(whole).size).toBe(whole.length)
  for (const limit of [3, 50]) expect(idsOf(await everyPage(ALL, sort, limit)), `seed ${seed}`).toEqual(whole)
})

test('the orders are what they say', async () => {
  const byDocument = (await everyPage(ALL, 'document', 9)).map((excerpt) => [
    excerpt.document.publishedOn ?? '',
    excerpt.document.id,
    excerpt.startUtf16 ?? Number.MAX_SAFE_INTEGER,
    excerpt.annotationId,
  ])
  const sorted = byDocument.toSorted((a, b) => compare(b[0], a[0]) || compare(b[1], a[1]) || compare(a[2], b[2]) || compare(a[3], b[3]))
  expect(byDocument).toEqual(sorted)
  const recent = (await everyPage(ALL, 'recent', 9)).map((excerpt) => [excerpt.createdAt, excerpt.annotationId])
  expect(recent).toEqual(recent.toSorted((a, b) => compare(b[0], a[0]) || compare(b[1], a[1])))
})

function compare(a: string | number | undefined, b: string | number | undefined): number {
  return a === b || a === undefined || b === undefined ? 0 : a < b ? -1 : 1
}

test.each(EXCERPT_GROUPINGS)(
  'grouped by %s, every excerpt stands in each of its groups as published, however long the pages',
  async (by) => {
    const all = await everyPage(ALL, 'document', 10_000)
    const keysOf = ({ themes, actors: who, tagger }: Excerpt): (string | null)[] => {
      const keys = by === 'theme' ? themes.map(({ id }) => id) : by === 'actor' ? who.map(({ id }) => id) : [tagger.id]
      return keys.length > 0 ? [...new Set(keys)] : [null]
    }
    const expected = Map.groupBy(
      all.flatMap((excerpt) => keysOf(excerpt).map((key) => ({ key, id: excerpt.annotationId }))),
      ({ key }) => key,
    )
    for (const limit of [4, 50, 10_000]) {
      const found: { key: string | null; ids: string[]; count: number }[] = []
      let after: string | null = null
      do {
        const page: ExcerptPage = await pageOfExcerpts(db, scope, { query: ALL, sort: by, after, limit })
        const ids = idsOf(page.excerpts)
        for (const { key, shown, count } of page.groups ?? []) {
          if (found.at(-1)?.key !== key) found.push({ key, ids: [], count })
          found.at(-1)?.ids.push(...ids.splice(0, shown))
        }
        expect(ids, 'every row stands in a group').toEqual([])
        after = page.next
      } while (after)
      const note = `seed ${seed}, pages of ${limit}`
      expect(new Set(found.map(({ key }) => key)), note).toEqual(new Set(expected.keys()))
      expect(found.length, note).toBe(expected.size)
      expect(
        found.findIndex(({ key }) => key === null),
        'those without any come last',
      ).toBe(expected.has(null) ? found.length - 1 : -1)
      for (const { key, ids, count } of found) {
        expect(ids, note).toEqual(expected.get(key)?.map(({ id }) => id))
        expect(count, note).toBe(ids.length)
      }
    }
  },
)

test('a place that somebody made up, beyond what there is, is no place: the first page again', async () => {
  const somewhere = { publishedOn: null, documentId: newId(), start: 2 ** 40, annotationId: newId() }
  const madeUp = [
    { sort: 'document', ...somewhere },
    { sort: 'recent', createdAt: 9e15, annotationId: newId() },
    { sort: 'recent', createdAt: -8.6e15, annotationId: newId() },
    ...EXCERPT_GROUPINGS.map((sort) => ({ sort, group: { key: null, label: '' }, ...somewhere })),
  ] as const
  for (const place of madeUp) {
    const { sort } = place
    const after = Buffer.from(JSON.stringify(place)).toString('base64url')
    expect(await pageOfExcerpts(db, scope, { query: ALL, sort, after })).toEqual(await pageOfExcerpts(db, scope, { query: ALL, sort }))
  }
})

test('batches for exports give the same, in the same order', async () => {
  const whole = idsOf(await everyPage(ALL, 'document', 10_000))
  for (const size of [2, 13, 500]) {
    const batches: Excerpt[][] = []
    for await (const batch of excerptBatches(db, scope, ALL, size)) batches.push(batch)
    expect(Math.max(...batches.map((batch) => batch.length))).toBeLessThanOrEqual(size)
    expect(idsOf(batches.flat()), `seed ${seed}`).toEqual(whole)
  }
})

test('every condition alone, and its opposite, finds what its words say', async () => {
  const world = await lookAround()
  const all = [...world.excerpts]
  const telling = new Set<string>()
  for (let round = 0; round < 4; round++)
    for (const [field, make] of Object.entries(CONDITIONS)) {
      const condition = make(all)
      for (const query of [condition, { is: 'not', of: condition } satisfies Query]) {
        const expected = queryInMemory(query, world)
        if (expected.length > 0 && expected.length < all.length) telling.add(field)
        const note = `seed ${seed}: ${printQuery(query, IDS_ONLY)}`
        expect(idsOf(await everyPage(query, 'document', 10_000)), note).toEqual(idsOf(expected))
      }
    }
  expect(Object.keys(CONDITIONS).filter((field) => !telling.has(field))).toEqual([])
}, 120_000)

test('random queries ask for what their words say, and are counted so', async () => {
  const world = await lookAround()
  const all = [...world.excerpts]
  let found = 0
  for (let round = 0; round < 25; round++) {
    const query = normalise(round === 0 ? EVERYTHING : randomQuery(all))
    const note = `seed ${seed}, round ${round}: ${printQuery(query, IDS_ONLY)}`
    const expected = queryInMemory(query, world)
    if (expected.length < all.length) found += expected.length
    expect(idsOf(await everyPage(query, 'document', 23)), note).toEqual(idsOf(expected))
    expect(idsOf(await everyPage(query, 'recent', 31)).toSorted(), note).toEqual(idsOf(expected).toSorted())

    expect(await countMatching(db, scope, query)).toBe(expected.length)
    const counts = await countExcerpts(db, scope, query, indexes)
    expect(counts.excerpts, note).toBe(expected.length)
    expect(counts.documents, note).toBe(new Set(expected.map((excerpt) => excerpt.document.id)).size)
    expect(counts.outlets, note).toBe(new Set(expected.map((excerpt) => excerpt.document.outlet).filter(Boolean)).size)
    for (const [dimension, keys] of Object.entries(expectedCounts(query, world)))
      expect(counts.by[dimension as 'theme'], `${dimension}, ${note}`).toEqual(keys)
  }
  expect(found).toBeGreaterThan(100)
}, 240_000)

/** What is in the workspace, as the in-memory meaning of a query needs it. */
async function lookAround(): Promise<QueryWorld> {
  const all = await everyPage(ALL, 'document', 10_000)
  const units = new Map((await db.select().from(excerpts)).map((row) => [row.annotationId, row]))
  const [talk, said, texts] = [await db.select().from(threads), await db.select().from(comments), await db.select().from(documentTexts)]
  const kinds = new Map((await db.select().from(documents)).map(({ id, kind }) => [id, kind]))
  const groups = new Map([
    [pool.actorIds[1], pool.actorIds[0]],
    [pool.actorIds[2], pool.actorIds[1]],
  ])
  const belongs = (id: string | undefined, group: string): boolean => id !== undefined && (id === group || belongs(groups.get(id), group))
  await db
    .update(actors)
    .set({ parentId: pool.actorIds[0] })
    .where(eq(actors.id, pool.actorIds[1] ?? ''))
  await db
    .insert(actorMemberships)
    .values({ id: newId(), workspaceId: scope.workspaceId, actorId: pool.actorIds[2] ?? '', groupId: pool.actorIds[1] ?? '' })
  const visited = all[0]?.document.id ?? ''
  const at = Date.UTC(2017, 2, 14, 1)
  await db
    .insert(documentVisits)
    .values({ documentId: visited, userId: scope.userId, workspaceId: scope.workspaceId, visitedAt: new Date(at) })
  return {
    excerpts: all,
    unitsOf: (id) => units.get(id) ?? {},
    isDiscussed: (id) => talk.some(({ annotationId, resolvedAt }) => annotationId === id && resolvedAt === null),
    commentsOn: (id) =>
      said
        .filter(({ annotationId, act, deletedAt }) => annotationId === id && act === 'said' && deletedAt === null)
        .map(({ text }) => text),
    kindOf: (id) => kinds.get(id) ?? '',
    partsOf: (id) => texts.filter(({ documentId }) => documentId === id).map(({ text }) => text),
    isImportant: (id) => (units.get(id)?.importantTo.length ?? 0) > 0,
    isBelow,
    belongs,
    userId: scope.userId,
    visitedAt: (id) => (id === visited ? at : undefined),
  }
}

/** Counts by everything, said a second time without a database. */
function expectedCounts(query: Query, world: QueryWorld): Record<string, Record<string, number>> {
  const by = (without: Field | null, keys: (excerpt: Excerpt) => string[]) => {
    const counts: Record<string, number> = {}
    const isAsked = conditionsOf(query).some(({ is }) => is === 'passage')
    const whole = isAsked ? query : allOf(query, oneOf('passage', 'attached'))
    for (const excerpt of queryInMemory(without ? withoutField(normalise(whole), without) : whole, world))
      for (const key of new Set(keys(excerpt))) counts[key] = (counts[key] ?? 0) + 1
    return counts
  }
  const ifAsked = (field: 'kind' | 'role' | 'stance' | 'status' | 'certainty' | 'language' | 'outlet' | 'document' | 'tagger') =>
    askedKeys(query, field).length > 0 ? field : null
  const themes = asked(query, 'theme')
  const below = themes[0]?.below ?? true
  const tops = (id: string): string[] => (below ? pool.themeIds.filter((top) => isBelow(id, top)) : [id])
  const meant = (id: string) =>
    themes.length === 0 || themes.some((theme) => theme.values.some((top) => (theme.below ? isBelow(id, top) : id === top)))
  return {
    theme: by(themes.length === 1 ? 'theme' : null, (excerpt) => excerpt.themes.flatMap((theme) => tops(theme.id))),
    actor: by(null, (excerpt) => excerpt.actors.map((actor) => actor.id)),
    role: by(ifAsked('role'), (excerpt) => excerpt.actors.map((actor) => actor.role)),
    stance: by(ifAsked('stance'), (excerpt) => excerpt.themes.filter((theme) => meant(theme.id)).map((theme) => theme.stance)),
    status: by(ifAsked('status'), ({ facts }) => (facts.status ? [facts.status] : [])),
    certainty: by(ifAsked('certainty'), ({ facts }) => (facts.certainty ? [facts.certainty] : [])),
    language: by(ifAsked('language'), ({ document }) => [document.language]),
    outlet: by(ifAsked('outlet'), ({ document }) => (document.outlet ? [document.outlet] : [])),
    kind: by(ifAsked('kind'), ({ document }) => (world.kindOf(document.id) ? [world.kindOf(document.id)] : [])),
    document: by(ifAsked('document'), ({ document }) => [document.id]),
    tagger: by(ifAsked('tagger'), ({ tagger }) => [tagger.id]),
  }
}
