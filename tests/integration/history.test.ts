import { crc32 } from 'node:zlib'
import { eq } from 'drizzle-orm'
import { afterAll, beforeEach, expect, test } from 'vitest'
import * as Y from 'yjs'
import { moveToBin } from '#/db/queries/bin.ts'
import { writeRoomSnapshot } from '#/db/queries/room-log.ts'
import { layers } from '#/db/schema/documents.ts'
import { roomUpdates } from '#/db/schema/rooms.ts'
import type { Scope } from '#/db/scope.ts'
import { deleteAnnotation, removeActor } from '#/lib/annotation/commands.ts'
import { newId } from '#/lib/id.ts'
import { TEXT_NAME } from '#/lib/text/flat.ts'
import type { Comparison, HistoryPoint, Playback, PointState } from '#/lib/version/history.ts'
import { createHistory } from '#/server/jobs/history.ts'
import { deleteVersion, nameVersion, renameVersion } from '#/server/usecases/name-version.ts'
import { type HistoryRequest, readHistory, readHistoryPoints } from '#/server/usecases/read-history.ts'
import { testDatabase } from '#/tests/support/database.ts'
import { type LiveDocument, makeLiveDocument } from '#/tests/support/live-document.ts'
import { makeActor } from '#/tests/support/make-actor.ts'
import { makeMember } from '#/tests/support/make-member.ts'
import { makeWorkspace } from '#/tests/support/make-workspace.ts'
import { recordingCollab } from '#/tests/support/recording-collab.ts'
import { type HistoryWriter, writeHistory } from '#/tests/support/write-history.ts'

const { db } = testDatabase()
const history = createHistory(db)
afterAll(() => history.stop())

const BEGINS = Date.UTC(2026, 2, 14, 9)
let scope: Scope
let layla: Scope
let document: LiveDocument
let writer: HistoryWriter

beforeEach(async () => {
  scope = (await makeWorkspace(db)).scope
  layla = (await makeMember(db, scope.workspaceId, 'editor', { name: 'Layla Haddad' })).scope
  document = await makeLiveDocument(db, scope, 'The hotline is open.\nMoscow called.')
  writer = await writeHistory(db, scope, document, BEGINS)
})

const points = async (of = scope) => (await readHistoryPoints(of, document.id, { db })) as HistoryPoint[]
const brief = (list: readonly HistoryPoint[]) =>
  list.map(({ kind, name, at, people, changes }) => ({ kind, name, minute: (at - BEGINS) / 60_000, people, ...changes }))

async function ask<T>(request: HistoryRequest, of = scope): Promise<T> {
  const result = await readHistory(of, document.id, request, { db, history })
  if (!result.ok) throw new Error(result.message)
  return JSON.parse(result.json) as T
}

test('a stretch of work ends with a pause of ten minutes or after an hour, and says who changed how much', async () => {
  expect(brief(await points())).toEqual([{ kind: 'imported', name: '', minute: 0, people: [], text: 1, tags: 0 }])
  await writer.work(scope.userId, 1, () => writer.type(' One.'))
  await writer.work(layla.userId, 2, () => writer.type(' Two.'))
  await writer.work(layla.userId, 11, () => writer.tag('hotline', layla.userId))
  await writer.work(scope.userId, 22, () => writer.type(' Three.'))
  for (let minute = 30; minute <= 100; minute += 9) await writer.work(scope.userId, minute, () => writer.type('.'))
  expect(brief(await points())).toEqual([
    { kind: 'automatic', name: '', minute: 93, people: [scope.userId], text: 2, tags: 0 },
    { kind: 'automatic', name: '', minute: 75, people: [scope.userId], text: 7, tags: 0 },
    { kind: 'automatic', name: '', minute: 11, people: [layla.userId, scope.userId], text: 2, tags: 1 },
    { kind: 'imported', name: '', minute: 0, people: [], text: 1, tags: 0 },
  ])
})

test('named points divide the work, keep their names when renamed, and go without taking the work along', async () => {
  const { collab, calls } = recordingCollab()
  const deps = { db, collab }
  const middle = await writer.work(scope.userId, 1, () => writer.type(' One.'))
  await writer.work(layla.userId, 2, () => writer.type(' Two.'))
  const last = await writer.work(layla.userId, 3, () => writer.type(' Three.'))
  const named = await nameVersion(layla, document.id, { seq: middle, name: '  Before\treview ' }, deps)
  expect(await nameVersion(scope, document.id, { seq: null, name: 'As it is now' }, deps)).toMatchObject({ ok: true, seq: last })
  expect(brief(await points())).toEqual([
    { kind: 'named', name: 'As it is now', minute: 3, people: [layla.userId], text: 2, tags: 0 },
    { kind: 'named', name: 'Before review', minute: 1, people: [scope.userId], text: 1, tags: 0 },
    { kind: 'imported', name: '', minute: 0, people: [], text: 1, tags: 0 },
  ])
  expect((await points())[1]).toMatchObject({ seq: middle, by: layla.userId })
  expect(calls).toContainEqual(['notifyWorkspace', scope.workspaceId, { type: 'changed', what: 'documents', id: document.id }])

  if (!named.ok) throw new Error(named.message)
  const { versionId } = named
  expect(await renameVersion(scope, document.id, { versionId, name: 'First draft' }, deps)).toEqual({ ok: true })
  expect((await points())[1]?.name).toBe('First draft')
  expect(await deleteVersion(scope, document.id, versionId, deps)).toEqual({ ok: true })
  expect(await deleteVersion(scope, document.id, versionId, deps)).toMatchObject({ ok: false })
  expect(brief(await points())).toMatchObject([{ name: 'As it is now', text: 3 }, { kind: 'imported' }])
})

test('names are cleaned and bounded, and points that never were get none', async () => {
  const deps = { db, collab: recordingCollab().collab }
  for (const name of ['', ' \n\t ', 'x'.repeat(121)])
    expect(await nameVersion(scope, document.id, { seq: null, name }, deps)).toMatchObject({ ok: false })
  expect(await nameVersion(scope, document.id, { seq: 0, name: 'Before time' }, deps)).toMatchObject({ ok: false })
  expect(await nameVersion(scope, document.id, { seq: null, name: 'نسخة أولى' }, deps)).toMatchObject({ ok: true })
  expect(await points()).toHaveLength(2)
})

test('a point is read with its text and statements, two are compared, and the way between them is played', async () => {
  const [first] = await points()
  const moscow = newId()
  let statement = ''
  const tagged = await writer.work(layla.userId, 1, () => {
    statement = writer.tag('hotline', layla.userId, { actors: [{ actorId: moscow, role: 'source' }], memo: 'check' })
  })
  let gone = ''
  await writer.work(layla.userId, 2, () => {
    gone = writer.tag('Moscow called', layla.userId)
  })
  const before = await writer.work(scope.userId, 3, () => writer.text.getText(TEXT_NAME).insert('\nThe hot'.length, ', red'))
  await writer.work(scope.userId, 20, () => {
    writer.text.getText(TEXT_NAME).delete(1, 4)
    removeActor(writer.layer, statement, moscow, 'source', layla.userId, 'test')
    deleteAnnotation(writer.layer, gone, layla.userId, 'test')
    writer.tag('open', scope.userId)
  })

  const then = await ask<PointState>({ ask: 'state', at: tagged })
  expect(then.blocks.map((block) => block.spans[0]?.text)).toEqual(['The hotline is open.', 'Moscow called.'])
  expect(then.statements).toEqual([
    { annotationId: statement, by: layla.userId, start: 4, end: 11, actors: [`${moscow}|source`], themes: [] },
  ])

  // A merge since then is how the past reads too.
  const russia = await makeActor(db, scope, { name: 'Russia' })
  await makeActor(db, scope, { id: moscow, name: 'Moscow', mergedInto: russia, deletedAt: new Date() })
  expect((await ask<PointState>({ ask: 'state', at: tagged })).statements).toMatchObject([{ actors: [`${russia}|source`] }])

  const { text, statements, counts } = await ask<Comparison>({ ask: 'comparison', from: before, to: null })
  expect(text[0]).toEqual({ kind: 'removed', text: 'The ' })
  expect(counts).toMatchObject({ wordsRemoved: 1, passagesAdded: 1, passagesRemoved: 1, passagesChanged: 1, actorsRemoved: 1 })
  expect(statements).toMatchObject([
    {
      kind: 'changed',
      annotationId: statement,
      actorsRemoved: [`${russia}|source`],
      before: 'hot, redline',
      after: 'hot, redline',
      fields: [],
    },
    { kind: 'added', before: null, after: 'open', by: scope.userId },
    { kind: 'removed', annotationId: gone, before: 'Moscow called', after: null },
  ])

  const { start, steps } = await ask<Playback>({ ask: 'playback', from: first?.seq as number, to: null })
  expect(start).toEqual({ text: 'The hotline is open.\nMoscow called.', statements: [] })
  expect(steps.map(({ by }) => by)).toEqual([layla.userId, layla.userId, scope.userId, scope.userId])
  expect(steps[2]?.text).toEqual([{ keep: 7 }, { add: ', red' }, { keep: 28 }])
  expect(steps[2]?.statements.changed).toMatchObject([{ annotationId: statement, start: 4, end: 16 }])
  expect(steps[3]?.text).toEqual([{ remove: 'The ' }, { keep: 36 }])
  expect(steps[3]?.statements).toMatchObject({ added: [{ start: 16, end: 20 }], changed: [{ start: 0 }], removed: [gone] })
})

test('a snapshot is begun from where it is old enough, and a damaged one or a damaged row is passed over', async () => {
  const at: number[] = []
  for (let i = 1; i <= 4; i++) at.push(await writer.work(scope.userId, i, () => writer.type(` ${i}`)))
  const words = async (seq: number) => {
    const { blocks } = await ask<PointState>({ ask: 'state', at: seq })
    return blocks.at(-1)?.spans[0]?.text
  }
  const snapshot = { room: document.text, workspaceId: scope.workspaceId, seq: at[2] as number }
  const marked = new Y.Doc()
  marked.getText(TEXT_NAME).insert(0, '\nFrom the snapshot')
  const bytes = Y.encodeStateAsUpdate(marked)
  await writeRoomSnapshot(db, { ...snapshot, bytes, crc32: crc32(bytes) })
  expect(await words(at[1] as number)).toBe('Moscow called. 1 2')
  expect(await words(at[2] as number)).toBe('From the snapshot')

  await writeRoomSnapshot(db, { ...snapshot, seq: at[3] as number, bytes, crc32: 1 })
  await db
    .update(roomUpdates)
    .set({ crc32: 1 })
    .where(eq(roomUpdates.seq, at[3] as number))
  expect(await words(at[3] as number)).toBe('Moscow called. 1 2 3')
})

test('strangers, the bin and other workspaces have no history; readers have one but name nothing', async () => {
  const { collab } = recordingCollab()
  const deps = { db, collab }
  const last = await writer.work(scope.userId, 1, () => writer.type(' One.'))
  const elsewhere = (await makeWorkspace(db, { name: 'Other desk' })).scope
  expect(await readHistoryPoints(elsewhere, document.id, { db })).toBeNull()
  expect(await readHistory(elsewhere, document.id, { ask: 'state', at: last }, { db, history })).toMatchObject({ reason: 'not-found' })
  expect(await nameVersion(elsewhere, document.id, { seq: null, name: 'Mine' }, deps)).toMatchObject({ ok: false })
  const named = await nameVersion(scope, document.id, { seq: null, name: 'Ours' }, deps)
  if (!named.ok) throw new Error(named.message)
  const { versionId } = named
  expect(await renameVersion(elsewhere, document.id, { versionId, name: 'Mine' }, deps)).toMatchObject({ ok: false })
  expect(await deleteVersion(elsewhere, document.id, versionId, deps)).toMatchObject({ ok: false })

  for (const role of ['viewer', 'commenter', 'coder'] as const) {
    const reader = (await makeMember(db, scope.workspaceId, role)).scope
    expect(await points(reader)).toHaveLength(2)
    expect(await ask<PointState>({ ask: 'state', at: last }, reader)).toMatchObject({ seq: last })
    expect(await nameVersion(reader, document.id, { seq: null, name: 'Mine' }, deps)).toMatchObject({ ok: false })
    expect(await renameVersion(reader, document.id, { versionId, name: 'Mine' }, deps)).toMatchObject({ ok: false })
    expect(await deleteVersion(reader, document.id, versionId, deps)).toMatchObject({ ok: false })
  }
  expect((await points())[0]?.name).toBe('Ours')

  await moveToBin(db, scope, document.id)
  expect(await readHistoryPoints(scope, document.id, { db })).toBeNull()
  expect(await nameVersion(scope, document.id, { seq: null, name: 'Late' }, deps)).toMatchObject({ ok: false })
})

test('the blind layer of somebody else is no part of the history, and answers that are kept are not mixed up', async () => {
  const blind = newId()
  await db
    .insert(layers)
    .values({ id: blind, workspaceId: scope.workspaceId, documentId: document.id, kind: 'blind', ownerId: layla.userId })
  const own = await writeHistory(db, scope, { ...document, layerId: blind, layer: `layer/${blind}` }, BEGINS)
  const seq = await own.work(layla.userId, 5, () => own.tag('hotline', layla.userId))
  expect(brief(await points(layla))).toMatchObject([{ tags: 1 }, { kind: 'imported' }])
  expect(brief(await points())).toMatchObject([{ kind: 'imported' }])
  expect((await ask<PointState>({ ask: 'state', at: seq }, layla)).statements).toHaveLength(1)
  expect((await ask<PointState>({ ask: 'state', at: seq })).statements).toHaveLength(0)
  expect((await ask<Playback>({ ask: 'playback', from: null, to: null }, layla)).steps).toHaveLength(1)
  expect((await ask<Playback>({ ask: 'playback', from: null, to: null })).steps).toHaveLength(0)
})

test('what cannot be answered in time or memory is refused, and the next question is answered', async () => {
  const last = await writer.work(scope.userId, 1, () => writer.type(' One.'))
  const rooms = { documentId: document.id, text: document.text, layers: [document.layer] }
  const hasty = createHistory(db, { time: 1 })
  expect(await hasty.read(rooms, { ask: 'state', at: last, merged: {} }, scope.userId)).toMatchObject({ ok: false, reason: 'too-long' })
  await hasty.stop()
  expect(await hasty.read(rooms, { ask: 'state', at: last, merged: {} }, scope.userId)).toMatchObject({ ok: false })
  expect(
    await Promise.all([1, 2, 3, 4].map((at) => history.read(rooms, { ask: 'playback', from: at, to: last, merged: {} }, `person ${at}`))),
  ).toMatchObject(Array(4).fill({ ok: true }))
})
