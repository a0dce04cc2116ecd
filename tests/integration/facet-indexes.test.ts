import { eq, sql } from 'drizzle-orm'
import { beforeEach, expect, test } from 'vitest'
import { FacetIndexes } from '#/db/facet-indexes.ts'
import { countExcerpts, countMatching } from '#/db/queries/excerpt-counts.ts'
import { holdMerges, lockProjection, writeProjection } from '#/db/queries/excerpt-projection.ts'
import { documents } from '#/db/schema/documents.ts'
import { excerptActors, excerpts, excerptThemes } from '#/db/schema/excerpts.ts'
import { mintScope, type Scope } from '#/db/scope.ts'
import { CERTAINTIES, STATUSES } from '#/lib/annotation/facts.ts'
import { ROLES_IN_STATEMENT, STANCES } from '#/lib/codebook/codebook.ts'
import { newId } from '#/lib/id.ts'
import { EVERYTHING } from '#/lib/query/query.ts'
import { type Rng, rng } from '#/lib/text/testing/rng.ts'
import { ask } from '#/tests/support/ask.ts'
import { testDatabase } from '#/tests/support/database.ts'
import { makeActor } from '#/tests/support/make-actor.ts'
import { makeDocument } from '#/tests/support/make-document.ts'
import { makeMember } from '#/tests/support/make-member.ts'
import { makeProjectedRow } from '#/tests/support/make-projected-row.ts'
import { makeTheme } from '#/tests/support/make-theme.ts'
import { makeWorkspace } from '#/tests/support/make-workspace.ts'
import { type RandomPool, randomExcerpts } from '#/tests/support/random-excerpts.ts'

const { db } = testDatabase()
const seed = Number(process.env.SEED ?? 2017)

let scope: Scope
let chance: Rng
let pool: RandomPool

beforeEach(async () => {
  chance = rng(seed)
  const made = await makeWorkspace(db)
  scope = made.scope
  const { user } = await makeMember(db, scope.workspaceId, 'coder')
  const actorIds = [await makeActor(db, scope, { name: 'A' }), await makeActor(db, scope, { name: 'B' })]
  const themeIds = [await makeTheme(db, scope, { name: 'Top' })]
  themeIds.push(await makeTheme(db, scope, { name: 'Below', parentId: themeIds[0] ?? null }))
  pool = { actorIds, themeIds, taggerIds: [made.owner.id, user.id] }
  await randomExcerpts(db, scope, chance, pool, { documents: 6, each: 12 })
})

/** Whatever may happen to what excerpts are counted by, as the product and as others would do it. */
const CHANGES: Record<string, (documentId: string, annotationId: string) => Promise<unknown>> = {
  'more documents': () => randomExcerpts(db, scope, chance, pool, { documents: 1, each: 4 }),
  'an excerpt less': (_, annotationId) => db.delete(excerpts).where(eq(excerpts.annotationId, annotationId)),
  'another fact': (_, annotationId) =>
    db
      .update(excerpts)
      .set({ status: chance.pick([null, ...STATUSES]), certainty: chance.pick([null, ...CERTAINTIES]) })
      .where(eq(excerpts.annotationId, annotationId)),
  detached: (_, annotationId) =>
    db
      .update(excerpts)
      .set({ state: chance.pick(['anchored', 'orphan']) })
      .where(eq(excerpts.annotationId, annotationId)),
  'a tag more': (_, annotationId) => {
    const tag = { annotationId, workspaceId: scope.workspaceId, actorId: chance.pick(pool.actorIds), role: chance.pick(ROLES_IN_STATEMENT) }
    return db.insert(excerptActors).values(tag).onConflictDoNothing()
  },
  'tags less': (_, annotationId) => db.delete(excerptActors).where(eq(excerptActors.annotationId, annotationId)),
  'another stance': (_, annotationId) =>
    db
      .update(excerptThemes)
      .set({ stance: chance.pick(STANCES) })
      .where(eq(excerptThemes.annotationId, annotationId)),
  'themes less': (_, annotationId) => db.delete(excerptThemes).where(eq(excerptThemes.annotationId, annotationId)),
  'another source': (documentId) =>
    db
      .update(documents)
      .set({ outlet: chance.pick(['', 'A', 'Z']), language: 'fr', publishedOn: chance.pick([null, '2017-03-02']) })
      .where(eq(documents.id, documentId)),
  'into the bin or out of it': (documentId) =>
    db
      .update(documents)
      .set({ deletedAt: chance.pick([null, new Date()]) })
      .where(eq(documents.id, documentId)),
  'a document less': (documentId) => db.delete(documents).where(eq(documents.id, documentId)),
  nothing: async () => {},
}

const QUERIES = ['', 'status:asserted', 'published:2017-03 and stance:opposes', 'passage:attached, detached and outlet:A, Z']

test('whatever changes, counts are those of an index made that moment', async () => {
  const indexes = new FacetIndexes()
  const seen = new Set<string>()
  for (let round = 0; round < 60; round++) {
    const rows = await db.select({ id: excerpts.annotationId, documentId: excerpts.documentId }).from(excerpts)
    const at = chance.pick(rows)
    const name = rows.length < 12 ? 'more documents' : chance.pick(Object.keys(CHANGES))
    await CHANGES[name]?.(at.documentId, at.id)
    seen.add(name)
    const query = ask(chance.pick(QUERIES))
    const counts = await countExcerpts(db, scope, query, indexes)
    expect(counts, `seed ${seed}, round ${round}, ${name}`).toEqual(await countExcerpts(db, scope, query, new FacetIndexes()))
    expect(counts.excerpts).toBe(await countMatching(db, scope, query))
  }
  expect(seen.size).toBe(Object.keys(CHANGES).length)
}, 120_000)

test('a count is of one moment, while others write: what the database finds and what is in memory', async () => {
  const indexes = new FacetIndexes()
  await db.update(excerpts).set({ status: 'asserted', memo: 'asserted', state: 'anchored' })
  let isOver = false
  /** Memo and status of an excerpt always say the same, but between the two statements. */
  const write = async () => {
    while (!isOver) {
      const status = chance.pick(STATUSES)
      await db.transaction(async (tx) => {
        await tx.execute(sql`update excerpts set status = ${status} where ordinal % 3 < ${chance.int(1, 2)}`)
        await tx.execute(sql`update excerpts set memo = status`)
      })
    }
  }
  const count = async () => {
    for (let round = 0; round < 40; round++) {
      const found = await countExcerpts(db, scope, ask('memo:asserted'), indexes)
      expect(found.by.status).toEqual(found.excerpts > 0 ? { asserted: found.excerpts } : {})
    }
  }
  const writing = write()
  await Promise.all([count(), count()]).finally(() => {
    isOver = true
  })
  await writing
})

test('a person counts what they see: not the blind layers of others', async () => {
  const indexes = new FacetIndexes()
  const other = mintScope(scope.workspaceId, pool.taggerIds[1] ?? '', 'coder')
  const [mine, theirs] = await Promise.all([scope, other].map((who) => countExcerpts(db, who, EVERYTHING, indexes)))
  expect(mine?.excerpts).toBe(await countMatching(db, scope, EVERYTHING))
  expect(theirs?.excerpts).toBe(await countMatching(db, other, EVERYTHING))
  expect(mine?.by.document).not.toEqual(theirs?.by.document)
})

test('only so much memory is taken, and what was dropped is counted as well', async () => {
  const indexes = new FacetIndexes(1)
  const { scope: second } = await makeWorkspace(db)
  const before = await countExcerpts(db, scope, EVERYTHING, indexes)
  expect(indexes.bytes).toBeGreaterThan(1000)
  expect((await countExcerpts(db, second, EVERYTHING, indexes)).excerpts).toBe(0)
  expect(indexes.bytes).toBe(0)
  expect(await countExcerpts(db, scope, EVERYTHING, indexes)).toEqual(before)
})

test('an excerpt that is written again keeps its ordinal, and uses up no other', async () => {
  const { id: documentId, layerId } = await makeDocument(db, scope, { title: 'Hotline' })
  const row = makeProjectedRow({ annotationId: newId(), layerId, taggerId: scope.userId })
  const about = { documentId, workspaceId: scope.workspaceId, seq: 0, text: '\nThe hotline', wordCount: 2, differs: false, removed: [] }
  const ordinals: number[] = []
  for (const annotationId of [row.annotationId, row.annotationId, row.annotationId, newId()]) {
    await db.transaction(async (tx) => {
      await holdMerges(tx, scope.workspaceId)
      await lockProjection(tx, documentId)
      await writeProjection(tx, { ...about, written: [{ ...row, annotationId }] })
    })
    const { rows } = await db.execute<{ ordinal: number }>(sql`select ordinal from excerpts where annotation_id = ${annotationId}`)
    ordinals.push(rows[0]?.ordinal ?? 0)
  }
  const [first = 0] = ordinals
  expect(first).toBeGreaterThan(0)
  expect(ordinals).toEqual([first, first, first, first + 1])
})
