import { crc32 } from 'node:zlib'
import { afterEach, expect, test } from 'vitest'
import * as Y from 'yjs'
import { appendRoomUpdates } from '#/db/queries/room-log.ts'
import { newId } from '#/lib/id.ts'
import { Room } from '#/server/collab/room.ts'
import { loadRoom, replayIntoNew } from '#/server/collab/room-log.ts'
import { Snapshots } from '#/server/collab/snapshots.ts'
import { createSnapshotTaker } from '#/server/jobs/snapshot.ts'
import { testDatabase } from '#/tests/support/database.ts'
import { makeWorkspace } from '#/tests/support/make-workspace.ts'

const { db, pool } = testDatabase()
const made: Snapshots[] = []
afterEach(() => Promise.all(made.splice(0).map((snapshots) => snapshots.stop())))

/** A room whose log has so many words, one row each; open as the server has it open. */
async function openRoom(words: number) {
  const { scope } = await makeWorkspace(db)
  const { workspaceId, userId } = scope
  const name = `text/${newId()}`
  const writer = new Y.Doc()
  const rows: Uint8Array[] = []
  writer.on('update', (update: Uint8Array) => rows.push(update))
  for (let at = 0; at < words; at++) writer.getText('t').insert(writer.getText('t').length, `w${at} `)
  const log = (bytes: Uint8Array[]) =>
    appendRoomUpdates(
      db,
      bytes.map((each) => ({ room: name, workspaceId, userId, bytes: each, crc32: crc32(each), claims: [] })),
    )
  const seqs = await log(rows)
  const { doc, ...start } = await replayIntoNew(db, name)
  const room = new Room({ name, kind: 'text', workspaceId, documentId: null }, start)
  return { name, room, seqs, writer, rows, log, document: doc as Parameters<Snapshots['consider']>[1] }
}

function snapshots(): Snapshots {
  const one = new Snapshots(db, { retryMs: 10 })
  made.push(one)
  return one
}

async function stored(room: string): Promise<{ seq: string; bytes: Buffer } | undefined> {
  return (await pool.query('select seq, bytes from room_snapshots where room = $1', [room])).rows[0]
}

async function damage(seq: number | undefined): Promise<void> {
  await pool.query('update room_updates set bytes = set_byte(bytes, 5, 255 - get_byte(bytes, 5)) where seq = $1', [seq])
}

const textOf = (doc: Y.Doc) => doc.getText('t').toString()
const quarantined = async () => (await pool.query('select seq::int, reason from room_quarantine order by seq')).rows

test('a snapshot is made from the log, and opening from it gives the same state', async () => {
  const { name, room, document, seqs, writer } = await openRoom(1200)
  const one = snapshots()
  one.consider(room, document, { closing: true })
  await one.idle()
  expect(await stored(name)).toMatchObject({ seq: String(seqs.at(-1)) })
  await pool.query('delete from room_updates where room = $1', [name])
  expect(Y.encodeStateAsUpdate(await loadRoom(db, name))).toEqual(Y.encodeStateAsUpdate(writer))
})

test('a snapshot that does not give what the open room shows is not written', async () => {
  const { name, room, document } = await openRoom(150)
  document.getText('t').insert(0, 'only in memory ')
  const one = snapshots()
  one.consider(room, document, { closing: true })
  await one.idle()
  expect(await stored(name)).toBeUndefined()
})

test('rows that change on disk are put aside once and left out; the rest of the room stays and gets its snapshot', async () => {
  const { name, seqs } = await openRoom(150)
  await damage(seqs.at(-1))
  expect(textOf(await loadRoom(db, name))).toMatch(/w147 w148 $/)
  const before = await quarantined()
  expect(before).toEqual([{ seq: seqs.at(-1), reason: 'the checksum does not match' }])
  const { doc, ...start } = await replayIntoNew(db, name)
  expect(start.damaged).toBe(1)
  const workspaceId = (await pool.query('select workspace_id from room_updates limit 1')).rows[0].workspace_id
  const one = snapshots()
  one.consider(new Room({ name, kind: 'text', workspaceId, documentId: null }, start), doc as never, { closing: true })
  await one.idle()
  expect(await stored(name)).toBeDefined()
  expect(textOf(await loadRoom(db, name))).toMatch(/w148 $/)
  expect(await quarantined()).toEqual(before)
})

test('a row with a good checksum that is no update is left out whole, by the room and by the snapshot alike', async () => {
  const { name, log, writer, room } = await openRoom(150)
  // Its structs are sound and its deletions are not: applied as it is, a part of it would stay.
  const whole = new Y.Doc()
  whole.getText('t').insert(0, 'HALF')
  const half = Y.encodeStateAsUpdate(whole).slice(0, -1)
  const [seq] = await log([new Uint8Array([...half, 5, 1])])
  expect(textOf(await loadRoom(db, name))).toBe(textOf(writer))
  expect(await quarantined()).toEqual([{ seq, reason: expect.stringContaining('not an update') }])
  await pool.query('delete from room_quarantine')
  room.appliedSeq = seq as number
  const { bytes, failed } = await createSnapshotTaker(db).take(name, seq as number)
  expect(failed.map((row) => row.seq)).toEqual([seq])
  const doc = new Y.Doc()
  Y.applyUpdate(doc, bytes)
  expect(textOf(doc)).toBe(textOf(writer))
})

test('a row that is mended is taken back, with all that built on it, though a snapshot was made without it', async () => {
  const { name, room, document, seqs, rows, writer } = await openRoom(150)
  await damage(seqs[100])
  const { doc, ...start } = await replayIntoNew(db, name)
  expect(textOf(doc)).toMatch(/w99 $/)
  expect(start.pending).not.toBeNull()
  const one = snapshots()
  one.consider(new Room(room, start), doc as unknown as typeof document, { closing: true })
  await one.idle()
  expect(await stored(name)).toBeDefined()
  await pool.query('update room_updates set bytes = $1 where seq = $2', [Buffer.from(rows[100] as Uint8Array), seqs[100]])
  expect(textOf(await loadRoom(db, name))).toBe(textOf(writer))
  expect(await quarantined()).toEqual([])
  expect(textOf(await loadRoom(db, name))).toBe(textOf(writer))
})

test('a process that takes too long is ended, and says so', async () => {
  const { name, seqs } = await openRoom(150)
  await expect(createSnapshotTaker(db, { time: 1 }).take(name, seqs.at(-1) as number)).rejects.toThrow('longer than 1 ms')
})
