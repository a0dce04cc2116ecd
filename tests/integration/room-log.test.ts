import { crc32 } from 'node:zlib'
import { expect, test } from 'vitest'
import * as Y from 'yjs'
import type { Db } from '#/db/client.ts'
import { appendRoomUpdates, writeRoomSnapshot } from '#/db/queries/room-log.ts'
import { newId } from '#/lib/id.ts'
import { loadRoom, seedRoom } from '#/server/collab/room-log.ts'
import { testDatabase } from '#/tests/support/database.ts'
import { makeWorkspace } from '#/tests/support/make-workspace.ts'

const { db, pool } = testDatabase()

/** A room whose log has these words, one update for each. */
async function logWords(words: string[], batch: number): Promise<{ room: string; workspaceId: string; seqs: number[]; doc: Y.Doc }> {
  const { scope } = await makeWorkspace(db)
  const { workspaceId, userId } = scope
  const room = `text/${newId()}`
  const doc = new Y.Doc()
  const updates: Uint8Array[] = []
  doc.on('update', (update: Uint8Array) => updates.push(update))
  const text = doc.getText('t')
  for (const word of words) text.insert(text.length, word)
  const rows = updates.map((bytes, at) => ({
    room,
    workspaceId,
    userId,
    bytes,
    crc32: crc32(bytes),
    claims: at === 0 ? [doc.clientID] : [],
  }))
  const seqs: number[] = []
  for (let at = 0; at < rows.length; at += batch) seqs.push(...(await appendRoomUpdates(db, rows.slice(at, at + batch))))
  return { room, workspaceId, seqs, doc }
}

async function read(from: Db, room: string): Promise<string> {
  return (await loadRoom(from, room)).getText('t').toString()
}

test.each([1, 3, 50])('updates appended %i at a time come back in order', async (batch) => {
  const words = Array.from({ length: 100 }, (_, at) => `w${at} `)
  const { room, seqs } = await logWords(words, batch)
  expect(seqs).toEqual([...seqs].sort((a, b) => a - b))
  expect(await read(db, room)).toBe(words.join(''))
})

test('a batch too large for text parameters goes in whole', async () => {
  const words = ['a'.repeat(60_000), 'b'.repeat(60_000)]
  const { room } = await logWords(words, 2)
  expect(await read(db, room)).toBe(words.join(''))
})

test('a snapshot saves the way through the log, and a damaged one is passed over', async () => {
  const { room, workspaceId, seqs, doc } = await logWords(['one ', 'two ', 'three'], 1)
  const bytes = Y.encodeStateAsUpdate(doc)
  await writeRoomSnapshot(db, { room, workspaceId, seq: seqs[2] as number, bytes, crc32: crc32(bytes) })
  await pool.query('delete from room_updates where room = $1 and seq <= $2', [room, seqs[1]])
  expect(await read(db, room)).toBe('one two three')

  const other = await logWords(['four ', 'five'], 1)
  const damaged = Y.encodeStateAsUpdate(other.doc).fill(7, 3, 9)
  const seq = other.seqs[1] as number
  await writeRoomSnapshot(db, { room: other.room, workspaceId: other.workspaceId, seq, bytes: damaged, crc32: crc32(damaged) ^ 1 })
  expect(await read(db, other.room)).toBe('four five')
})

test('an older snapshot never replaces a newer one', async () => {
  const { room, workspaceId, doc } = await logWords(['one'], 1)
  const bytes = Y.encodeStateAsUpdate(doc)
  const snapshot = { room, workspaceId, bytes, crc32: crc32(bytes) }
  await writeRoomSnapshot(db, { ...snapshot, seq: 9 })
  await writeRoomSnapshot(db, { ...snapshot, seq: 5 })
  expect((await pool.query('select seq from room_snapshots')).rows).toEqual([{ seq: '9' }])
})

test('a damaged update is left out and the rest of the room opens', async () => {
  const { room, seqs } = await logWords(['good ', 'bad ', 'lost'], 1)
  await pool.query('update room_updates set bytes = set_byte(bytes, 4, 77) where seq = $1', [seqs[1]])
  expect(await read(db, room)).toBe('good ')
})

test('a room is seeded once', async () => {
  const { room, workspaceId, doc } = await logWords(['here already'], 1)
  await expect(seedRoom(db, { room, workspaceId, userId: null }, doc)).rejects.toThrow('has content already')
})
