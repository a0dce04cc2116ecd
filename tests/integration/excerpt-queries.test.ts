import { beforeEach, expect, test } from 'vitest'
import { countExcerpts, countMatching } from '#/db/queries/excerpt-counts.ts'
import { excerptBatches, pageOfExcerpts } from '#/db/queries/excerpts.ts'
import type { Scope } from '#/db/scope.ts'
import { CERTAINTIES, STATUSES } from '#/lib/annotation/facts.ts'
import { ROLES_IN_STATEMENT, STANCES } from '#/lib/codebook/codebook.ts'
import type { Excerpt } from '#/lib/excerpt/excerpt.ts'
import { EVERYTHING, type ExcerptFilter } from '#/lib/excerpt/filter.ts'
import type { ExcerptSort } from '#/lib/excerpt/results-query.ts'
import { type Rng, rng } from '#/lib/text/testing/rng.ts'
import { testDatabase } from '#/tests/support/database.ts'
import { filterInMemory } from '#/tests/support/filter-in-memory.ts'
import { makeActor } from '#/tests/support/make-actor.ts'
import { makeMember } from '#/tests/support/make-member.ts'
import { makeTheme } from '#/tests/support/make-theme.ts'
import { makeWorkspace } from '#/tests/support/make-workspace.ts'
import { type RandomPool, randomExcerpts } from '#/tests/support/random-excerpts.ts'

const { db } = testDatabase()
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
})

const isBelow = (id: string, top: string): boolean => id === top || (parents.get(id) ? isBelow(parents.get(id) as string, top) : false)
const oracle = (filter: ExcerptFilter, excerpt: Excerpt) => filterInMemory(filter, excerpt, isBelow)

async function everyPage(filter: ExcerptFilter, sort: ExcerptSort, limit: number): Promise<Excerpt[]> {
  const all: Excerpt[] = []
  let after: string | null = null
  do {
    const page: Awaited<ReturnType<typeof pageOfExcerpts>> = await pageOfExcerpts(db, scope, { filter, sort, after, limit })
    expect(page.excerpts.length).toBeLessThanOrEqual(limit)
    expect(page.next === null || page.excerpts.length === limit).toBe(true)
    all.push(...page.excerpts)
    after = page.next
  } while (after)
  return all
}

const ALL: ExcerptFilter = { ...EVERYTHING, state: 'all' }
const idsOf = (excerpts: Excerpt[]) => excerpts.map((excerpt) => excerpt.annotationId)

function randomFilter(all: Excerpt[]): ExcerptFilter {
  const some = <T>(list: readonly T[], probability: number) => (chance.chance(probability) ? list.filter(() => chance.chance(0.4)) : [])
  return {
    ...EVERYTHING,
    ids: some(idsOf(all), 0.1),
    actors: some(pool.actorIds, 0.4).map((id) => ({ id, role: chance.pick([null, ...ROLES_IN_STATEMENT]) })),
    actorMatch: chance.pick(['all', 'any']),
    roles: some(ROLES_IN_STATEMENT, 0.2),
    themeIds: some(pool.themeIds, 0.4),
    themeMatch: chance.pick(['all', 'any', 'any']),
    includeDescendants: chance.chance(0.7),
    stances: some(STANCES, 0.3),
    documentIds: some([...new Set(all.map((excerpt) => excerpt.document.id))], 0.15),
    languages: some(['en', 'ru', 'ar'], 0.2),
    taggerIds: some(pool.taggerIds, 0.2),
    publishedFrom: chance.chance(0.15) ? '2017-03-02' : null,
    publishedTo: chance.chance(0.15) ? '2017-03-03' : null,
    statuses: some(STATUSES, 0.2),
    certainties: some(CERTAINTIES, 0.15),
    happenedFrom: chance.chance(0.15) ? '2017-03-02' : null,
    happenedTo: chance.chance(0.15) ? '2017-03-03' : null,
    layerId: null,
    text: chance.chance(0.25) ? chance.pick(['елка', 'cease', 'محمد', '%', '_', 'line open', '"hotline open"']) : '',
    state: chance.pick(['anchored', 'anchored', 'all', 'orphan']),
  }
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

test('batches for exports give the same, in the same order', async () => {
  const whole = idsOf(await everyPage(ALL, 'document', 10_000))
  for (const size of [2, 13, 500]) {
    const batches: Excerpt[][] = []
    for await (const batch of excerptBatches(db, scope, ALL, size)) batches.push(batch)
    expect(Math.max(...batches.map((batch) => batch.length))).toBeLessThanOrEqual(size)
    expect(idsOf(batches.flat()), `seed ${seed}`).toEqual(whole)
  }
})

test('random filters ask for what their words say, and are counted so', async () => {
  const all = await everyPage(ALL, 'document', 10_000)
  let found = 0
  for (let round = 0; round < 40; round++) {
    const filter = randomFilter(all)
    const note = `seed ${seed}, round ${round}: ${JSON.stringify(filter)}`
    const expected = all.filter((excerpt) => oracle(filter, excerpt))
    found += expected.length
    expect(idsOf(await everyPage(filter, 'document', 7)), note).toEqual(idsOf(expected))
    expect(idsOf(await everyPage(filter, 'recent', 11)).toSorted(), note).toEqual(idsOf(expected).toSorted())

    expect(await countMatching(db, scope, filter)).toBe(expected.length)
    const counts = await countExcerpts(db, scope, filter)
    expect(counts.excerpts, note).toBe(expected.length)
    expect(counts.documents, note).toBe(new Set(expected.map((excerpt) => excerpt.document.id)).size)
    expect(counts.outlets, note).toBe(new Set(expected.map((excerpt) => excerpt.document.outlet).filter(Boolean)).size)
    expect(counts.orphans, note).toBe(all.filter((excerpt) => oracle({ ...filter, state: 'orphan' }, excerpt)).length)
    for (const [dimension, keys] of Object.entries(expectedCounts(filter, all)))
      expect(counts.by[dimension as 'theme'], `${dimension}, ${note}`).toEqual(keys)
  }
  expect(found).toBeGreaterThan(100)
})

/** Counts by everything, said a second time without a database. */
function expectedCounts(filter: ExcerptFilter, all: Excerpt[]): Record<string, Record<string, number>> {
  const by = (without: Partial<ExcerptFilter>, keys: (excerpt: Excerpt) => string[]) => {
    const counts: Record<string, number> = {}
    for (const excerpt of all.filter((candidate) => oracle({ ...filter, ...without }, candidate)))
      for (const key of new Set(keys(excerpt))) counts[key] = (counts[key] ?? 0) + 1
    return counts
  }
  const tops = (id: string): string[] => (filter.includeDescendants ? pool.themeIds.filter((top) => isBelow(id, top)) : [id])
  const meant = (id: string) =>
    filter.themeIds.length === 0 || filter.themeIds.some((top) => (filter.includeDescendants ? isBelow(id, top) : id === top))
  return {
    theme: by(filter.themeMatch === 'any' ? { themeIds: [] } : {}, ({ themes }) => themes.flatMap((theme) => tops(theme.id))),
    actor: by(filter.actorMatch === 'any' ? { actors: [] } : {}, ({ actors }) => actors.map((actor) => actor.id)),
    role: by({ roles: [] }, ({ actors }) => actors.map((actor) => actor.role)),
    stance: by({ stances: [] }, ({ themes }) => themes.filter((theme) => meant(theme.id)).map((theme) => theme.stance)),
    status: by({ statuses: [] }, ({ facts }) => (facts.status ? [facts.status] : [])),
    certainty: by({ certainties: [] }, ({ facts }) => (facts.certainty ? [facts.certainty] : [])),
    language: by({ languages: [] }, ({ document }) => [document.language]),
    document: by({ documentIds: [] }, ({ document }) => [document.id]),
    tagger: by({ taggerIds: [] }, ({ tagger }) => [tagger.id]),
  }
}
