import { eq, sql } from 'drizzle-orm'
import { describe, expect, it } from 'vitest'
import { countBinnedDocuments, listBinnedDocuments } from '#/db/queries/bin.ts'
import { listBinnedWorkspaces } from '#/db/queries/binned-workspaces.ts'
import { getDocument } from '#/db/queries/documents.ts'
import { findRole } from '#/db/queries/membership.ts'
import { appendRoomUpdates, writeRoomSnapshot } from '#/db/queries/room-log.ts'
import { auditLog } from '#/db/schema/audit.ts'
import { layers, versions } from '#/db/schema/documents.ts'
import { roomQuarantine, roomUpdates } from '#/db/schema/rooms.ts'
import type { Scope } from '#/db/scope.ts'
import { newId } from '#/lib/id.ts'
import { deleteWorkspace } from '#/server/bin/delete-workspace.ts'
import { purge } from '#/server/bin/purge.ts'
import { projectDocument } from '#/server/collab/projection-writer.ts'
import { binDocument } from '#/server/usecases/bin-document.ts'
import { binWorkspace, bringBackWorkspace } from '#/server/usecases/bin-workspace.ts'
import { deleteDocumentForGood } from '#/server/usecases/delete-document-for-good.ts'
import { whyClosed } from '#/server/usecases/why-closed.ts'
import { testDatabase } from '../support/database.ts'
import { makeDocument } from '../support/make-document.ts'
import { makeMember } from '../support/make-member.ts'
import { makeWorkspace } from '../support/make-workspace.ts'
import { recordingCollab } from '../support/recording-collab.ts'

const { db } = testDatabase()
const DELETED = new Date('2026-03-01T12:00:00Z')
const LAST_MOMENT = new Date('2026-03-31T11:59:59.999Z')
const OVER = new Date('2026-03-31T12:00:00Z')
const { collab } = recordingCollab()

/** A document of which every table has something, and its rooms more than one batch. */
async function makeFullDocument(scope: Scope, title = 'Hotline'): Promise<{ id: string; layerId: string }> {
  const { workspaceId, userId } = scope
  const document = await makeDocument(db, scope, { title })
  const blind = newId()
  await db.insert(layers).values({ id: blind, workspaceId, documentId: document.id, kind: 'blind', ownerId: userId })
  for (const room of [`text/${document.id}`, `layer/${document.layerId}`, `layer/${blind}`]) {
    const update = { room, workspaceId, userId, bytes: new Uint8Array([1, 2, 3]), crc32: 1, claims: [] }
    const claims = Array.from({ length: 210 }, (_, clientId) => clientId)
    const [first = 0] = await appendRoomUpdates(db, [...Array.from({ length: 209 }, () => update), { ...update, claims }])
    await appendRoomUpdates(db, [{ ...update, bytes: new Uint8Array(1_500_000) }])
    await writeRoomSnapshot(db, { room, workspaceId, seq: first, bytes: new Uint8Array(10), crc32: 1 })
    await db.insert(roomQuarantine).values({ seq: first, room, workspaceId, reason: 'made up' })
  }
  await db
    .insert(versions)
    .values({ id: newId(), workspaceId, documentId: document.id, seq: 1, kind: 'named', name: 'First', createdBy: userId })
  await insertExcerpts(document.id, document.layerId, scope, 210)
  await db.execute(sql`insert into projections (document_id, workspace_id, seq) values (${document.id}, ${workspaceId}, 0)`)
  return document
}

async function insertExcerpts(documentId: string, layerId: string, { workspaceId, userId }: Scope, n: number) {
  await db.execute(sql`
    insert into excerpts (annotation_id, workspace_id, document_id, layer_id, tagger_id, created_at, modified_at, state, quote, prefix, suffix, tagged_quote, survival, search)
    select gen_random_uuid(), ${workspaceId}, ${documentId}, ${layerId}, ${userId}, now(), now(), 'orphan', '', '', '', '', 1, '' from generate_series(1, ${n}::int)`)
  await db.execute(sql`
    insert into excerpt_actors (annotation_id, workspace_id, actor_id, role)
    select annotation_id, workspace_id, gen_random_uuid(), 'source' from excerpts where document_id = ${documentId}`)
}

/** Every table that has a row in which one of these ids stands anywhere, also as part of a room's name. */
async function tablesWith(ids: readonly string[]): Promise<string[]> {
  const { rows } = await db.execute<{ name: string }>(sql`select tablename as name from pg_tables where schemaname = 'public' order by 1`)
  expect(rows.length).toBeGreaterThan(20)
  const found: string[] = []
  for (const { name } of rows) {
    const pattern = ids.join('|')
    const hit = await db.execute(sql`select 1 from ${sql.identifier(name)} t where t::text ~ ${pattern} limit 1`)
    if (hit.rows.length > 0) found.push(name)
  }
  return found
}

const events = async () => (await db.select().from(auditLog).orderBy(auditLog.seq)).map((row) => [row.event, row.userId, row.details])

describe('a document in the bin', () => {
  it('tells who put it there, when, and what it consists of', async () => {
    const { scope, owner } = await makeWorkspace(db)
    const { id } = await makeFullDocument(scope)
    await makeDocument(db, scope, { title: 'Alive' })
    expect(await binDocument(scope, id, true, { db, collab, now: DELETED })).toEqual({ ok: true })
    expect(await listBinnedDocuments(db, scope, DELETED)).toEqual([
      { id, title: 'Hotline', language: 'en', deletedAt: DELETED, deletedBy: owner.name, statements: 210, originals: 1, versions: 1 },
    ])
    expect(await countBinnedDocuments(db, scope, DELETED)).toBe(1)
    // a second deletion does not start the 30 days anew
    expect(await binDocument(scope, id, true, { db, collab, now: LAST_MOMENT })).toMatchObject({ ok: false })
    expect(await countBinnedDocuments(db, scope, OVER)).toBe(0)
  })

  it('says to who had it open what became of it, and to nobody else', async () => {
    const { scope, owner } = await makeWorkspace(db)
    const coder = await makeMember(db, scope.workspaceId, 'coder')
    const other = await makeWorkspace(db)
    const { id } = await makeDocument(db, scope, { title: 'Hotline' })
    expect(await whyClosed(coder.scope, id, { db })).toEqual({ why: 'open' })
    await binDocument(scope, id, true, { db, collab, now: DELETED })
    const binned = { why: 'binned', at: DELETED.getTime(), by: owner.name }
    expect(await whyClosed(scope, id, { db, now: LAST_MOMENT })).toEqual({ ...binned, mayBringBack: true })
    expect(await whyClosed(coder.scope, id, { db, now: LAST_MOMENT })).toEqual({ ...binned, mayBringBack: false })
    expect(await whyClosed(scope, id, { db, now: OVER })).toBeNull()
    expect(await whyClosed(other.scope, id, { db, now: LAST_MOMENT })).toBeNull()
  })

  it('comes back until the last moment, not after it', async () => {
    const { scope } = await makeWorkspace(db)
    const { id } = await makeFullDocument(scope)
    await binDocument(scope, id, true, { db, collab, now: DELETED })
    expect(await purge(db, LAST_MOMENT)).toEqual({ documents: 0, workspaces: 0 })
    expect(await binDocument(scope, id, false, { db, collab, now: OVER })).toMatchObject({ ok: false })
    expect(await binDocument(scope, id, false, { db, collab, now: LAST_MOMENT })).toEqual({ ok: true })
    expect(await getDocument(db, scope, id)).toMatchObject({ deletedAt: null, deletedBy: null })
    expect(await purge(db, OVER)).toEqual({ documents: 0, workspaces: 0 })
    expect(await db.$count(roomUpdates)).toBe(3 * 211)
  })

  it('leaves nothing anywhere when its time is over, and others alone', async () => {
    const { scope } = await makeWorkspace(db)
    const { id, layerId } = await makeFullDocument(scope)
    const kept = await makeFullDocument(scope, 'Kept')
    const before = await tablesWith([id, layerId])
    expect(before).toEqual(
      expect.arrayContaining(['documents', 'excerpts', 'originals', 'room_clients', 'room_quarantine', 'room_snapshots']),
    )
    await binDocument(scope, id, true, { db, collab, now: DELETED })
    expect(await purge(db, OVER)).toEqual({ documents: 1, workspaces: 0 })
    expect(await tablesWith([id, layerId])).toEqual(['audit_log'])
    expect((await tablesWith([kept.id, kept.layerId])).length).toBe(before.length)
    expect(await db.$count(roomUpdates)).toBe(3 * 211)
    expect(await purge(db, OVER)).toEqual({ documents: 0, workspaces: 0 })
    expect(await events()).toEqual([
      ['document-binned', scope.userId, { title: 'Hotline' }],
      ['document-deleted', null, { title: 'Hotline', statements: 210, originals: 1, versions: 1 }],
    ])
  })

  it('is deleted at once for an owner who types its title', async () => {
    const { scope } = await makeWorkspace(db)
    const editor = await makeMember(db, scope.workspaceId, 'editor')
    const { id, layerId } = await makeFullDocument(scope, 'Две  линии')
    const deps = { db, collab, now: DELETED }
    expect(await deleteDocumentForGood(scope, id, 'Две линии', deps)).toMatchObject({ ok: false })
    await binDocument(scope, id, true, deps)
    expect(await deleteDocumentForGood(scope, id, 'две линии', deps)).toMatchObject({ ok: false })
    expect(await deleteDocumentForGood(editor.scope, id, 'Две линии', deps)).toMatchObject({ ok: false })
    const other = await makeWorkspace(db)
    expect(await deleteDocumentForGood(other.scope, id, 'Две линии', deps)).toMatchObject({ ok: false })
    expect(await countBinnedDocuments(db, scope, DELETED)).toBe(1)
    expect(await deleteDocumentForGood(scope, id, ' Две линии ', deps)).toEqual({ ok: true })
    expect(await tablesWith([id, layerId])).toEqual(['audit_log'])
    expect((await events()).at(-1)?.slice(0, 2)).toEqual(['document-deleted', scope.userId])
  })

  it('of which a deletion was interrupted does not come back, and the next purge ends it with one entry in the log', async () => {
    const { scope } = await makeWorkspace(db)
    const { id, layerId } = await makeFullDocument(scope)
    await binDocument(scope, id, true, { db, collab, now: DELETED })
    // Interrupted after every number of statements there is, until one purge gets through.
    let interrupted = 0
    for (let statements = 3; ; statements += 4) {
      const stopping = new AbortController()
      let left = statements
      const counting = new Proxy(db, {
        get(target, key, receiver) {
          if (key === 'execute' && --left === 0) stopping.abort()
          return Reflect.get(target, key, receiver)
        },
      })
      const done = await purge(counting, OVER, stopping.signal).catch(() => null)
      expect(await binDocument(scope, id, false, { db, collab, now: DELETED })).toMatchObject({ ok: false })
      if (done && !stopping.signal.aborted) break
      interrupted++
    }
    expect(interrupted).toBeGreaterThan(2)
    expect(await tablesWith([id, layerId])).toEqual(['audit_log'])
    expect((await events()).map(([event]) => event)).toEqual(['document-binned', 'document-deleted'])
  })

  it('leaves nothing behind that was written after it was deleted', async () => {
    const { scope } = await makeWorkspace(db)
    const { id, layerId } = await makeFullDocument(scope)
    const room = `layer/${layerId}`
    await binDocument(scope, id, true, { db, collab, now: DELETED })
    await purge(db, OVER)
    await writeRoomSnapshot(db, { room, workspaceId: scope.workspaceId, seq: 1, bytes: new Uint8Array(1), crc32: 0 })
    await appendRoomUpdates(db, [
      { room, workspaceId: scope.workspaceId, userId: scope.userId, bytes: new Uint8Array(1), crc32: 0, claims: [7] },
    ])
    expect(await tablesWith([layerId])).toEqual(
      ['audit_log', 'room_clients', 'room_snapshots', 'room_updates'].filter((name) => name !== 'audit_log'),
    )
    await purge(db, OVER)
    expect(await tablesWith([layerId])).toEqual([])
  })

  it('is projected as before when it comes back', async () => {
    const { scope } = await makeWorkspace(db)
    const { id } = await makeDocument(db, scope)
    await binDocument(scope, id, true, { db, collab, now: DELETED })
    await binDocument(scope, id, false, { db, collab, now: DELETED })
    await expect(projectDocument(db, id)).resolves.not.toThrow()
  })
})

describe('a workspace in the bin', () => {
  it('closes to everybody, is seen by its owners alone, and comes back', async () => {
    const { scope, owner } = await makeWorkspace(db, { name: 'Syria desk' })
    const second = await makeMember(db, scope.workspaceId, 'owner')
    const editor = await makeMember(db, scope.workspaceId, 'editor')
    const { collab, calls } = recordingCollab()
    const deps = { db, collab, now: DELETED }
    expect(await binWorkspace(editor.scope, 'Syria desk', deps)).toMatchObject({ ok: false })
    expect(await binWorkspace(scope, 'Syria', deps)).toMatchObject({ ok: false })
    expect(calls).toEqual([])
    expect(await binWorkspace(scope, 'Syria desk', deps)).toEqual({ ok: true })
    expect(calls.map((call) => call[2]).sort()).toEqual([owner.id, second.user.id, editor.user.id].sort())
    for (const userId of [owner.id, second.user.id, editor.user.id]) expect(await findRole(db, scope.workspaceId, userId)).toBeNull()
    const binned = [{ id: scope.workspaceId, name: 'Syria desk', deletedAt: DELETED, deletedBy: owner.name }]
    for (const { id } of [owner, second.user]) expect(await listBinnedWorkspaces(db, id, DELETED)).toEqual(binned)
    expect(await listBinnedWorkspaces(db, editor.user.id, DELETED)).toEqual([])
    expect(await bringBackWorkspace(editor.user.id, scope.workspaceId, deps)).toMatchObject({ ok: false })
    expect(await bringBackWorkspace(second.user.id, scope.workspaceId, { db, now: OVER })).toMatchObject({ ok: false })
    expect(await bringBackWorkspace(second.user.id, scope.workspaceId, { db, now: LAST_MOMENT })).toEqual({ ok: true })
    expect(await findRole(db, scope.workspaceId, editor.user.id)).toBe('editor')
    expect(await bringBackWorkspace(second.user.id, scope.workspaceId, { db, now: LAST_MOMENT })).toMatchObject({ ok: false })
    expect((await events()).map(([event, userId]) => [event, userId])).toEqual([
      ['workspace-binned', owner.id],
      ['workspace-brought-back', second.user.id],
    ])
  })

  it('leaves nothing anywhere when its time is over, and other workspaces alone', async () => {
    const { scope } = await makeWorkspace(db, { name: 'Gone' })
    const other = await makeWorkspace(db, { name: 'Kept' })
    const documents = [await makeFullDocument(scope), await makeFullDocument(scope)]
    const kept = await makeFullDocument(other.scope)
    await binDocument(scope, documents[0]?.id ?? '', true, { db, collab, now: DELETED })
    await binWorkspace(scope, 'Gone', { db, collab, now: DELETED })
    expect(await purge(db, LAST_MOMENT)).toEqual({ documents: 0, workspaces: 0 })
    expect(await purge(db, OVER)).toEqual({ documents: 0, workspaces: 1 })
    const ids = [scope.workspaceId, ...documents.flatMap(({ id, layerId }) => [id, layerId])]
    expect(await tablesWith(ids)).toEqual(['audit_log'])
    expect(await getDocument(db, other.scope, kept.id)).not.toBeNull()
    expect(await db.$count(roomUpdates, eq(roomUpdates.workspaceId, other.scope.workspaceId))).toBe(3 * 211)
    expect((await events()).at(-1)).toEqual(['workspace-deleted', null, { name: 'Gone', documents: 2 }])
  })

  it('is left alone by a purge that found it over when it was brought back in the same moment', async () => {
    const { owner, scope } = await makeWorkspace(db, { name: 'Back' })
    const document = await makeFullDocument(scope)
    await binWorkspace(scope, 'Back', { db, collab, now: DELETED })
    expect(await bringBackWorkspace(owner.id, scope.workspaceId, { db, now: LAST_MOMENT })).toEqual({ ok: true })
    expect(await deleteWorkspace(db, { id: scope.workspaceId, name: 'Back' })).toBe(false)
    expect(await getDocument(db, scope, document.id)).not.toBeNull()
    expect((await events()).at(-1)?.[0]).toBe('workspace-brought-back')
  })
})
