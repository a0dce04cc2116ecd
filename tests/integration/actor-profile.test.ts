import { eq } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { readActorProfile } from '#/db/queries/actor-profile.ts'
import { countActorQuarters } from '#/db/queries/actor-quarters.ts'
import { excerptBatches } from '#/db/queries/excerpts.ts'
import { documents } from '#/db/schema/documents.ts'
import { excerptActors, excerpts } from '#/db/schema/excerpts.ts'
import type { ActorMonth, ActorProfile } from '#/lib/codebook/actor-profile.ts'
import { ROLES_IN_STATEMENT } from '#/lib/codebook/codebook.ts'
import type { Excerpt } from '#/lib/excerpt/excerpt.ts'
import { newId } from '#/lib/id.ts'
import { rng } from '#/lib/text/testing/rng.ts'
import { ask } from '#/tests/support/ask.ts'
import { testDatabase } from '#/tests/support/database.ts'
import { makeActor } from '#/tests/support/make-actor.ts'
import { makeDocument } from '#/tests/support/make-document.ts'
import { makeMember } from '#/tests/support/make-member.ts'
import { makeTheme } from '#/tests/support/make-theme.ts'
import { makeWorkspace } from '#/tests/support/make-workspace.ts'
import { randomExcerpts } from '#/tests/support/random-excerpts.ts'

const { db } = testDatabase()

/** The same, counted without a database. */
function profileInMemory(excerpts: readonly Excerpt[], actorId: string): ActorProfile {
  const rolesIn = (excerpt: Excerpt, id: string) => new Set(excerpt.actors.filter((actor) => actor.id === id).map((actor) => actor.role))
  const mine = excerpts.filter((excerpt) => rolesIn(excerpt, actorId).size > 0)
  const counts = (list: readonly Excerpt[]) => ({
    statements: list.length,
    ...(Object.fromEntries(
      ROLES_IN_STATEMENT.map((role) => [role, list.filter((excerpt) => rolesIn(excerpt, actorId).has(role)).length]),
    ) as Omit<ActorMonth, 'month' | 'statements'>),
  })
  const months = Map.groupBy(
    mine.filter(({ document }) => document.publishedOn),
    ({ document }) => document.publishedOn!.slice(0, 7),
  )
  const said = mine.filter((excerpt) => rolesIn(excerpt, actorId).has('source'))
  const themes = new Set(said.flatMap((excerpt) => excerpt.themes.map(({ id }) => id)))
  const others = new Set(mine.flatMap((excerpt) => excerpt.actors.map(({ id }) => id)).filter((id) => id !== actorId))
  const pair = (id: string, ours: 'source' | 'recipient', theirs: 'source' | 'recipient') =>
    mine.filter((excerpt) => rolesIn(excerpt, actorId).has(ours) && rolesIn(excerpt, id).has(theirs)).length
  return {
    uses: { ...counts(mine), documents: new Set(mine.map(({ document }) => document.id)).size },
    undated: mine.filter(({ document }) => !document.publishedOn).length,
    months: [...months].map(([month, list]) => ({ month, ...counts(list) })).sort((a, b) => (a.month < b.month ? -1 : 1)),
    partners: [...others].map((id) => ({
      id,
      statements: mine.filter((excerpt) => rolesIn(excerpt, id).size > 0).length,
      to: pair(id, 'source', 'recipient'),
      from: pair(id, 'recipient', 'source'),
    })),
    stances: [...themes].map((id) => {
      const stances = said.flatMap((excerpt) => excerpt.themes.filter((theme) => theme.id === id).map(({ stance }) => stance))
      const of = (stance: string) => stances.filter((one) => one === stance).length
      const [supports, opposes, neutral, mixed, none] = ['supports', 'opposes', 'neutral', 'mixed', 'none'].map(of) as [
        number,
        number,
        number,
        number,
        number,
      ]
      return { id, statements: stances.length, supports, opposes, neutral, mixed, none }
    }),
  }
}

const byId = <T extends { id: string }>(list: readonly T[]) => list.toSorted((a, b) => (a.id < b.id ? -1 : 1))

test('what the database counts of an actor is what one counts by hand, blind layers of others and the bin left out', async () => {
  const seed = Number(process.env.SEED ?? 27)
  const random = rng(seed)
  const { scope } = await makeWorkspace(db)
  const { scope: other } = await makeMember(db, scope.workspaceId, 'coder')
  const actorIds = []
  for (const name of ['US', 'Russia', 'Turkey', 'HTS']) actorIds.push(await makeActor(db, scope, { name }))
  const themeIds = []
  for (const name of ['Hotline', 'Ceasefire', 'Aid']) themeIds.push(await makeTheme(db, scope, { name }))
  await randomExcerpts(db, scope, random, { actorIds, themeIds, taggerIds: [scope.userId, other.userId] }, { documents: 12, each: 12 })
  for (const reader of [scope, other]) {
    const excerpts = (await Array.fromAsync(excerptBatches(db, reader, ask('passage:attached, detached'), 100))).flat()
    for (const id of actorIds) {
      const profile = await readActorProfile(db, reader, id)
      const expected = profileInMemory(excerpts, id)
      const sorted = ({ partners, stances, ...rest }: ActorProfile) => ({ ...rest, partners: byId(partners), stances: byId(stances) })
      expect(sorted(profile), `SEED=${seed}`).toEqual(sorted(expected))
      expect(profile.uses.statements, `SEED=${seed}`).toBeGreaterThan(0)
      const frequencies = profile.partners.map(({ statements }) => statements)
      expect(frequencies).toEqual(frequencies.toSorted((a, b) => b - a))
    }
  }
})

test('an actor nobody tagged has an empty profile, and so has one of another workspace', async () => {
  const { scope } = await makeWorkspace(db)
  const { scope: elsewhere } = await makeWorkspace(db, { name: 'Elsewhere' })
  const id = await makeActor(db, scope, { name: 'Russia' })
  await makeDocument(db, scope)
  const nothing = { statements: 0, documents: 0, source: 0, recipient: 0, mentioned: 0 }
  for (const reader of [scope, elsewhere])
    expect(await readActorProfile(db, reader, id)).toEqual({ uses: nothing, undated: 0, months: [], partners: [], stances: [] })
})

test('by quarter: the last eight with documents in them, shared layers only, the bin left out', async () => {
  const { scope } = await makeWorkspace(db)
  const [us, russia] = [await makeActor(db, scope, { name: 'US' }), await makeActor(db, scope, { name: 'Russia' })]
  const tagged = async (publishedOn: string | null, actorIds: readonly string[], given: Partial<typeof documents.$inferInsert> = {}) => {
    const { id, layerId } = await makeDocument(db, scope)
    await db
      .update(documents)
      .set({ publishedOn, ...given })
      .where(eq(documents.id, id))
    const annotationId = newId()
    const row = {
      annotationId,
      workspaceId: scope.workspaceId,
      documentId: id,
      layerId,
      taggerId: scope.userId,
      state: 'anchored' as const,
    }
    const words = { quote: 'x', prefix: '', suffix: '', taggedQuote: 'x', search: 'x', survival: 1 }
    await db.insert(excerpts).values({ ...row, ...words, createdAt: new Date(), modifiedAt: new Date() })
    for (const actorId of actorIds)
      await db.insert(excerptActors).values({ annotationId, workspaceId: scope.workspaceId, actorId, role: 'source' })
  }
  await tagged('2024-12-31', [us])
  await tagged('2024-10-01', [us, russia])
  await tagged('2023-01-15', [russia])
  await tagged('2022-12-31', [us, russia])
  await tagged(null, [us])
  await tagged('2025-06-01', [us], { deletedAt: new Date() })
  expect(await countActorQuarters(db, scope)).toEqual({ [us]: [0, 0, 0, 0, 0, 0, 0, 2], [russia]: [1, 0, 0, 0, 0, 0, 0, 1] })
  expect(await countActorQuarters(db, (await makeWorkspace(db, { name: 'Empty' })).scope)).toEqual({})
})
