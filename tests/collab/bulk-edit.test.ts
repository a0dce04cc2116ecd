import { and, eq, inArray } from 'drizzle-orm'
import { afterEach, beforeEach, expect, test } from 'vitest'
import type { CollabClient } from '#/components/collab/client.ts'
import { auditLog } from '#/db/schema/audit.ts'
import { excerptActors, excerpts } from '#/db/schema/excerpts.ts'
import { members } from '#/db/schema/people.ts'
import type { Scope } from '#/db/scope.ts'
import type { BulkEdit } from '#/lib/annotation/bulk-edit.ts'
import { addActor } from '#/lib/annotation/commands.ts'
import { newId } from '#/lib/id.ts'
import { EVERYTHING, oneOf, type Query } from '#/lib/query/query.ts'
import { editTagsInBulk } from '#/server/usecases/edit-tags-in-bulk.ts'
import { undoBulkEdit } from '#/server/usecases/undo-bulk-edit.ts'
import { openRoom, openTab, saved } from '#/tests/support/collab-client.ts'
import { signIn, startCollab, type TestCollab } from '#/tests/support/collab-server.ts'
import { testDatabase } from '#/tests/support/database.ts'
import { makeActor } from '#/tests/support/make-actor.ts'
import { makeMember } from '#/tests/support/make-member.ts'
import { makeWorkspace } from '#/tests/support/make-workspace.ts'
import { tagDocument } from '#/tests/support/tag-document.ts'
import { until } from '#/tests/support/until.ts'

const database = testDatabase()
const { db } = database
const TEXT = 'Moscow said no.\nMoscow said yes.\nAnkara kept silent.'
let server: TestCollab
let scope: Scope
let moscow: string
let russia: string
const tabs: CollabClient[] = []

beforeEach(async () => {
  server = await startCollab(db)
  scope = (await makeWorkspace(db)).scope
  moscow = await makeActor(db, scope, { name: 'Moscow' })
  russia = await makeActor(db, scope, { name: 'Russia' })
})
afterEach(async () => {
  await Promise.all(tabs.splice(0).map((tab) => tab.destroy()))
  await server.stop()
})

const depsOf = (by: Scope) => ({ db: database.forWorkspace(by.workspaceId), collab: server.collab })

async function edit(by: Scope, change: BulkEdit, query: Query = EVERYTHING, onProgress?: (done: number, of: number) => void) {
  const done = await editTagsInBulk(by, { query, edit: change }, { ...depsOf(by), ...(onProgress && { onProgress }) })
  if (!done.ok) throw new Error(done.reason)
  return done
}

/** Two documents with three passages each: of the owner, of the coder, and one without a tag. */
async function makeDocuments(coder: Scope) {
  const tags = [
    { passage: 'Moscow said no', actors: [{ actorId: moscow, role: 'source' as const }] },
    { passage: 'Moscow said yes', actors: [{ actorId: moscow, role: 'source' as const }], userId: coder.userId },
    { passage: 'Ankara kept' },
  ]
  return [await tagDocument(db, scope, { text: TEXT, tags }), await tagDocument(db, scope, { text: TEXT, tags })]
}

async function actorsOf(ids: readonly string[]): Promise<string[]> {
  const rows = await db
    .select()
    .from(excerptActors)
    .where(inArray(excerptActors.annotationId, [...ids]))
  const name = (id: string) => (id === moscow ? 'Moscow' : 'Russia')
  return ids.map((id) =>
    rows
      .filter((row) => row.annotationId === id)
      .map((row) => `${name(row.actorId)} ${row.role}`)
      .toSorted()
      .join(', '),
  )
}

test('a coder changes own tags, an editor everybody’s; each is told what stayed and why, and takes it back', async () => {
  const { scope: coder } = await makeMember(db, scope.workspaceId, 'coder')
  const documents = await makeDocuments(coder)
  const ids = documents.flatMap(({ annotationIds }) => annotationIds)
  const replace: BulkEdit = {
    act: 'replace',
    tag: { sort: 'actor', id: moscow, role: null },
    by: { sort: 'actor', id: russia, role: null },
  }
  const progress: number[][] = []
  const own = await edit(coder, replace, EVERYTHING, (...at) => progress.push(at))
  expect(own).toMatchObject({ changed: 2, documents: 2, skipped: { 'of-others': 2, 'without-it': 2 }, stopped: null })
  expect(progress).toEqual([
    [1, 2],
    [2, 2],
  ])
  expect(await actorsOf(ids)).toEqual(['Moscow source', 'Russia source', '', 'Moscow source', 'Russia source', ''])
  const all = await edit(scope, replace)
  expect(all).toMatchObject({ changed: 2, skipped: { 'without-it': 4 } })
  expect(await actorsOf(ids)).toEqual(['Russia source', 'Russia source', '', 'Russia source', 'Russia source', ''])

  expect(await undoBulkEdit(scope, own.undoId!, depsOf(scope)), 'it is the coder’s').toMatchObject({ ok: false })
  expect(await undoBulkEdit(scope, all.undoId!, depsOf(scope))).toEqual({ ok: true, undone: 2, kept: 0 })
  expect(await undoBulkEdit(coder, own.undoId!, depsOf(coder))).toEqual({ ok: true, undone: 2, kept: 0 })
  expect(await actorsOf(ids)).toEqual(['Moscow source', 'Moscow source', '', 'Moscow source', 'Moscow source', ''])
  expect(await undoBulkEdit(coder, own.undoId!, depsOf(coder)), 'once').toMatchObject({ ok: false })

  const events = await db
    .select()
    .from(auditLog)
    .where(and(eq(auditLog.workspaceId, scope.workspaceId), eq(auditLog.event, 'tags-changed-in-bulk')))
  expect(events.map(({ details }) => details)).toEqual([
    { what: 'replaced Moscow by Russia', changed: 2, documents: 2 },
    { what: 'replaced Moscow by Russia', changed: 2, documents: 2 },
  ])
})

test('who has the document open sees it arrive, and what they tag meanwhile stays', async () => {
  const { scope: coder } = await makeMember(db, scope.workspaceId, 'coder')
  const [document] = await makeDocuments(coder)
  const tab = openTab(server, { user: { id: scope.userId, name: 'Maren Olsen' }, cookie: (await signIn(db, scope.userId)).cookie })
  tabs.push(tab)
  const layer = (await openRoom(tab, `layer/${document!.layerId}`)).doc
  const [first = '', , third = ''] = document!.annotationIds
  addActor(layer, third, moscow, 'mentioned', scope.userId, 'test')
  await saved(tab)
  const done = await edit(scope, { act: 'add', tag: { sort: 'actor', id: russia, role: 'mentioned' } }, oneOf('id', first, third, newId()))
  expect(done).toMatchObject({ changed: 2, documents: 1 })
  expect(await actorsOf([first, third])).toEqual(['Moscow source, Russia mentioned', 'Moscow mentioned, Russia mentioned'])
  const russian = () => [...layer.getMap('actor').keys()].filter((key) => key.includes(russia)).length
  await until('both tags are there', () => russian() === 2)
})

test('whose role ends changes nothing more; viewers change nothing at all', async () => {
  const { scope: coder } = await makeMember(db, scope.workspaceId, 'coder')
  await makeDocuments(coder)
  const add: BulkEdit = { act: 'add', tag: { sort: 'actor', id: russia, role: 'mentioned' } }
  await db
    .update(members)
    .set({ role: 'viewer' })
    .where(and(eq(members.workspaceId, scope.workspaceId), eq(members.userId, coder.userId)))
  expect(await edit(coder, add)).toMatchObject({ changed: 0, undoId: null, stopped: 'You may not tag here any more.' })
  const { scope: viewer } = await makeMember(db, scope.workspaceId, 'viewer')
  expect(await editTagsInBulk(viewer, { query: EVERYTHING, edit: add }, depsOf(viewer))).toMatchObject({ ok: false })
  const gone: BulkEdit = { act: 'add', tag: { sort: 'actor', id: newId(), role: 'source' } }
  expect(await editTagsInBulk(scope, { query: EVERYTHING, edit: gone }, depsOf(scope))).toMatchObject({ ok: false })
})

test('the status of many is said and taken back: by coders of their own statements, by editors of all', async () => {
  const { scope: coder } = await makeMember(db, scope.workspaceId, 'coder')
  const ids = (await makeDocuments(coder)).flatMap(({ annotationIds }) => annotationIds)
  const statuses = async () => {
    const rows = new Map(
      (await db.select().from(excerpts).where(inArray(excerpts.annotationId, ids))).map((row) => [row.annotationId, row.status]),
    )
    return ids.map((id) => rows.get(id) ?? null)
  }
  const own = await edit(coder, { act: 'status', status: 'planned' })
  expect(own).toMatchObject({ changed: 2, documents: 2, skipped: { locked: 4 } })
  expect(await statuses()).toEqual([null, 'planned', null, null, 'planned', null])
  const all = await edit(scope, { act: 'status', status: 'negated' })
  expect(all).toMatchObject({ changed: 6, skipped: {} })
  expect(await undoBulkEdit(scope, all.undoId!, depsOf(scope))).toEqual({ ok: true, undone: 6, kept: 0 })
  expect(await undoBulkEdit(coder, own.undoId!, depsOf(coder)), 'an own statement needs no right to moderate').toEqual({
    ok: true,
    undone: 2,
    kept: 0,
  })
  expect(await statuses()).toEqual(ids.map(() => null))
})
