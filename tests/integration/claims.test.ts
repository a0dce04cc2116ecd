import { sql } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { countClaims, listClaims, listContradictions, readSaid } from '#/db/queries/claims.ts'
import { documents } from '#/db/schema/documents.ts'
import type { Scope } from '#/db/scope.ts'
import type { ClaimFilter } from '#/lib/claims/claim.ts'
import type { ActorRole, Stance } from '#/lib/codebook/codebook.ts'
import { testDatabase } from '#/tests/support/database.ts'
import { makeActor } from '#/tests/support/make-actor.ts'
import { makeTheme } from '#/tests/support/make-theme.ts'
import { makeWorkspace } from '#/tests/support/make-workspace.ts'
import { tagDocument } from '#/tests/support/tag-document.ts'

const { db } = testDatabase()
const ALL: ClaimFilter = { actorId: null, from: null, until: null }
const FIRST = { limit: 20, offset: 0 }

/** A workspace with two sources and two themes, and how to add documents in which sources take stances. */
async function makeDesk() {
  const { scope } = await makeWorkspace(db)
  const [moscow, washington] = [await makeActor(db, scope, { name: 'Moscow' }), await makeActor(db, scope, { name: 'Washington' })]
  const [hotline, memorandum] = [await makeTheme(db, scope, { name: 'Hotline' }), await makeTheme(db, scope, { name: 'Memorandum' })]
  const report = (
    meta: { outlet?: string; publishedOn?: string | null },
    said: readonly [actorId: string, themeId: string, stance: Stance, role?: ActorRole][],
  ) => {
    const words = said.map((_, at) => `Statement ${at} on the matter.`)
    const tags = said.map(([actorId, themeId, stance, role = 'source'], at) => ({
      passage: words[at] as string,
      actors: [{ actorId, role }],
      themes: [{ themeId, stance }],
    }))
    return tagDocument(db, scope, { text: words.join('\n'), tags, ...meta })
  }
  return { scope, moscow, washington, hotline, memorandum, report }
}

const eventOn = (annotationId: string, day: string) =>
  db.execute(sql`update excerpts set event_from = ${day}, event_until = ${day}, event_date = ${day} where annotation_id = ${annotationId}`)

const names = async (scope: Scope, filter: ClaimFilter = ALL) =>
  (await listContradictions(db, scope, filter, FIRST)).map(({ actorId, themeId }) => [actorId, themeId])

test('a source on both sides of a theme contradicts itself: not as recipient, not with neutral words, not within one document on one day', async () => {
  const { scope, moscow, washington, hotline, memorandum, report } = await makeDesk()
  await report({ publishedOn: '2017-03-01' }, [
    [moscow, hotline, 'supports'],
    [washington, hotline, 'supports'],
    [washington, memorandum, 'supports'],
    [washington, memorandum, 'opposes'],
  ])
  await report({ publishedOn: '2017-03-08' }, [
    [moscow, hotline, 'opposes'],
    [washington, hotline, 'opposes', 'recipient'],
    [washington, hotline, 'neutral'],
  ])
  expect(await listContradictions(db, scope, ALL, FIRST)).toEqual([
    { actorId: moscow, themeId: hotline, supports: 1, opposes: 1, documents: 2 },
  ])
  expect((await countClaims(db, scope, ALL)).contradictions).toBe(1)
})

test('statements belong to the day of their event: two days in one document are a contradiction, and the filter goes by them', async () => {
  const { scope, washington, memorandum, report } = await makeDesk()
  const { annotationIds } = await report({ publishedOn: '2017-03-01' }, [
    [washington, memorandum, 'supports'],
    [washington, memorandum, 'opposes'],
  ])
  expect(await names(scope)).toEqual([])
  await eventOn(annotationIds[0] as string, '2015-10-20')
  expect(await names(scope)).toEqual([[washington, memorandum]])
  expect(await names(scope, { ...ALL, until: '2016-01-01' })).toEqual([])
  const [said] = await readSaid(db, scope, ALL, { claims: [{ actorId: washington, themeId: memorandum, stance: 'supports' }], each: 5 })
  expect(said).toMatchObject({ day: '2015-10-20', eventDate: '2015-10-20', publishedOn: '2017-03-01', quote: 'Statement 0 on the matter.' })
})

test('a claim is what more than one document reports, with its outlets; the bin and other workspaces do not count', async () => {
  const { scope, moscow, washington, hotline, report } = await makeDesk()
  await report({ outlet: 'Meridian Wire', publishedOn: '2017-03-01' }, [
    [moscow, hotline, 'supports'],
    [washington, hotline, 'supports'],
  ])
  await report({ outlet: 'Meridian Wire', publishedOn: null }, [[moscow, hotline, 'supports']])
  const { id } = await report({ outlet: '', publishedOn: '2017-03-02' }, [
    [moscow, hotline, 'supports'],
    [moscow, hotline, 'supports'],
  ])
  const claim = { actorId: moscow, themeId: hotline, stance: 'supports' as const }
  expect(await listClaims(db, scope, ALL, FIRST)).toEqual([{ ...claim, statements: 4, documents: 3, outlets: 2 }])
  const said = await readSaid(db, scope, ALL, { claims: [claim], each: 3 })
  expect(said.map(({ day }) => day)).toEqual(['2017-03-01', '2017-03-02', '2017-03-02'])
  expect(await listClaims(db, scope, { ...ALL, actorId: washington }, FIRST)).toEqual([])

  await db.update(documents).set({ deletedAt: new Date() }).where(sql`id = ${id}`)
  expect(await listClaims(db, scope, ALL, FIRST)).toEqual([{ ...claim, statements: 2, documents: 2, outlets: 1 }])
  const other = await makeWorkspace(db)
  expect(await countClaims(db, other.scope, ALL)).toEqual({ contradictions: 0, claims: 0 })
})
