import { eq } from 'drizzle-orm'
import { beforeEach, expect, test } from 'vitest'
import { findDocumentsBehind, markTaggedDocuments } from '#/db/queries/excerpt-projection.ts'
import { actors, themes } from '#/db/schema/codebook.ts'
import { excerptActors, excerpts, excerptThemes } from '#/db/schema/excerpts.ts'
import { roomUpdates } from '#/db/schema/rooms.ts'
import type { Scope } from '#/db/scope.ts'
import { printReporters } from '#/lib/annotation/reporters.ts'
import { projectDocument } from '#/server/collab/projection-writer.ts'
import { verify } from '#/server/verify/verify.ts'
import { testDatabase } from '#/tests/support/database.ts'
import { makeActor } from '#/tests/support/make-actor.ts'
import { makeMember } from '#/tests/support/make-member.ts'
import { makeTheme } from '#/tests/support/make-theme.ts'
import { makeWorkspace } from '#/tests/support/make-workspace.ts'
import { tagDocument } from '#/tests/support/tag-document.ts'

const database = testDatabase()
const { db } = database
const TEXT = 'HTS took Aleppo.\nNusra fought in Idlib.\nNobody answered the phone.'
let scope: Scope
let hts: string
let nusra: string
let hotline: string
let phone: string

beforeEach(async () => {
  scope = (await makeWorkspace(db)).scope
  hts = await makeActor(db, scope, { name: 'HTS' })
  nusra = await makeActor(db, scope, { name: 'Nusra Front' })
  hotline = await makeTheme(db, scope, { name: 'Hotline' })
  phone = await makeTheme(db, scope, { name: 'Phone line' })
})

/** Merges as the database has it, with the rights of a member, and marks what must be projected again. */
function merge(table: typeof actors | typeof themes, id: string, into: string | null): Promise<string[]> {
  return database.forWorkspace(scope.workspaceId).transaction(async (tx) => {
    await tx
      .update(table)
      .set({ mergedInto: into, deletedAt: into === null ? null : new Date() })
      .where(eq(table.id, id))
    return await markTaggedDocuments(tx, scope, [id, into ?? hts])
  })
}

const actorsOf = async (annotationId: string) =>
  (await db.select().from(excerptActors).where(eq(excerptActors.annotationId, annotationId)))
    .map(({ actorId, role }) => `${role} ${actorId}`)
    .sort()

test('facts become columns, and the projection finds them as it left them', async () => {
  const facts = { status: 'planned', certainty: 'doubtful', date: '2024-11-27/2024-12-08~', place: 'Aleppo', placePoint: '36.199,37.1634' }
  const reportedBy = printReporters([{ name: 'Reuters' }, { actor: hts }])
  const { id, annotationIds } = await tagDocument(db, scope, {
    text: TEXT,
    tags: [{ passage: 'took Aleppo', facts: { ...facts, placePrecision: 'near', reportedBy } }, { passage: 'Nobody' }],
  })
  const [said, silent] = annotationIds.map((one) => async () => (await db.select().from(excerpts).where(eq(excerpts.annotationId, one)))[0])
  expect(await said!()).toMatchObject({
    status: 'planned',
    certainty: 'doubtful',
    eventDate: '2024-11-27/2024-12-08~',
    eventFrom: '2024-11-27',
    eventUntil: '2024-12-08',
    place: 'Aleppo',
    placeLatitude: 36.199,
    placeLongitude: 37.1634,
    placePrecision: 'near',
    reportedBy: [{ name: 'Reuters' }, { actor: hts }],
  })
  expect(await silent!()).toMatchObject({
    status: null,
    eventDate: null,
    eventFrom: null,
    place: null,
    placeLatitude: null,
    reportedBy: null,
  })
  expect(await projectDocument(db, id)).toMatchObject({ changes: 0 })
})

test('after a merge the documents it concerns are projected again: tags of both are those of one, and undone they are two again', async () => {
  const both = { actorId: hts, role: 'source' as const }
  const { id, annotationIds } = await tagDocument(db, scope, {
    text: TEXT,
    tags: [
      { passage: 'HTS took', actors: [both, { actorId: nusra, role: 'source' }] },
      { passage: 'Nusra fought', actors: [{ actorId: nusra, role: 'mentioned' }], themes: [{ themeId: phone, stance: 'opposes' }] },
    ],
  })
  const reported = await tagDocument(db, scope, {
    text: TEXT,
    tags: [{ passage: 'Nobody', facts: { reportedBy: printReporters([{ actor: nusra }, { actor: hts }]) } }],
  })
  const other = await tagDocument(db, scope, { text: TEXT, tags: [{ passage: 'Nobody', themes: [{ themeId: hotline, stance: 'none' }] }] })
  const [first, second] = annotationIds as [string, string]

  const touched = await merge(actors, nusra, hts)
  expect(touched.toSorted()).toEqual([id, reported.id].toSorted())
  expect((await findDocumentsBehind(db)).toSorted()).toEqual(touched.toSorted())
  for (const documentId of touched) expect(await projectDocument(db, documentId)).toMatchObject({ changes: documentId === id ? 2 : 1 })
  expect(await actorsOf(first)).toEqual([`source ${hts}`])
  expect(await actorsOf(second)).toEqual([`mentioned ${hts}`])
  const [chain] = await db.select().from(excerpts).where(eq(excerpts.documentId, reported.id))
  expect(chain?.reportedBy).toEqual([{ actor: hts }])
  expect(await findDocumentsBehind(db)).toEqual([])

  await merge(themes, phone, hotline)
  for (const documentId of [id, other.id]) await projectDocument(db, documentId)
  expect((await db.select().from(excerptThemes)).map(({ themeId, stance }) => [themeId, stance]).sort()).toEqual(
    [
      [hotline, 'none'],
      [hotline, 'opposes'],
    ].sort(),
  )
  await db.update(roomUpdates).set({ at: new Date(0) })
  expect((await verify(db))?.problems).toEqual([])

  for (const documentId of await merge(actors, nusra, null)) await projectDocument(db, documentId)
  expect(await actorsOf(first)).toEqual([`source ${hts}`, `source ${nusra}`].toSorted())
  expect(await actorsOf(second)).toEqual([`mentioned ${nusra}`])
})

test('a merge that comes between what a projection read and what it writes is in what it writes', async () => {
  const { id, annotationIds } = await tagDocument(db, scope, {
    text: TEXT,
    tags: [{ passage: 'Nusra fought', actors: [{ actorId: nusra, role: 'source' }] }],
  })
  let merging: Promise<string[]> | undefined
  // Asked for its open rooms, the projection has read the merges already.
  const result = await projectDocument(db, id, () => {
    merging ??= merge(actors, nusra, hts)
    return undefined
  })
  await merging
  expect(result).toMatchObject({ changes: 1 })
  expect(await actorsOf(annotationIds[0]!)).toEqual([`source ${hts}`])
})

test('a merge reaches no document of another workspace', async () => {
  const elsewhere = (await makeWorkspace(db)).scope
  const { user } = await makeMember(db, elsewhere.workspaceId, 'coder')
  const { id } = await tagDocument(db, elsewhere, {
    text: TEXT,
    tags: [{ passage: 'HTS', actors: [{ actorId: nusra, role: 'source' }], userId: user.id }],
  })
  expect(await merge(actors, nusra, hts)).toEqual([])
  expect(await projectDocument(db, id)).toMatchObject({ changes: 0 })
})
