import { crc32 } from 'node:zlib'
import { eq, sql } from 'drizzle-orm'
import { expect, test } from 'vitest'
import * as Y from 'yjs'
import { inOneState } from '#/db/backup/read-table.ts'
import { recordAudit } from '#/db/queries/audit-log.ts'
import { appendRoomUpdates, writeRoomSnapshot } from '#/db/queries/room-log.ts'
import { documents, originals } from '#/db/schema/documents.ts'
import { excerpts, projections } from '#/db/schema/excerpts.ts'
import { roomQuarantine, roomSnapshots, roomUpdates } from '#/db/schema/rooms.ts'
import { TEXT_NAME } from '#/lib/text/flat.ts'
import { projectDocument } from '#/server/collab/projection-writer.ts'
import { loadRoom } from '#/server/collab/room-log.ts'
import type { Check } from '#/server/verify/problem.ts'
import { verify } from '#/server/verify/verify.ts'
import { testDatabase } from '#/tests/support/database.ts'
import { makeActor } from '#/tests/support/make-actor.ts'
import { makeWorkspace } from '#/tests/support/make-workspace.ts'
import { tagDocument } from '#/tests/support/tag-document.ts'

const { db } = testDatabase()

/** A sound document with a log, a snapshot in the middle of it, statements and an original. */
async function sound() {
  const { scope } = await makeWorkspace(db)
  const actorId = await makeActor(db, scope, { name: 'Pentagon' })
  const document = await tagDocument(db, scope, {
    text: 'He said the hotline is open. She denied it.',
    tags: [
      { passage: 'hotline', actors: [{ actorId, role: 'source' }] },
      { passage: 'denied', memo: 'why' },
    ],
  })
  const text = `text/${document.id}`
  const doc = await loadRoom(db, text)
  const seqs: number[] = []
  for (const words of [' One.', ' Two.', ' Three.']) {
    const before = Y.encodeStateVector(doc)
    doc.getText(TEXT_NAME).insert(3, words)
    const bytes = Y.encodeStateAsUpdate(doc, before)
    const [seq] = await appendRoomUpdates(db, [
      { room: text, workspaceId: scope.workspaceId, userId: null, claims: [], bytes, crc32: crc32(bytes) },
    ])
    seqs.push(seq as number)
    if (words !== ' Two.') continue
    const state = Y.encodeStateAsUpdate(doc)
    await writeRoomSnapshot(db, { room: text, workspaceId: scope.workspaceId, seq: seq as number, bytes: state, crc32: crc32(state) })
  }
  await projectDocument(db, document.id)
  await recordAudit(db, { event: 'signed-in', workspaceId: null, userId: scope.userId })
  await recordAudit(db, { event: 'signed-out', workspaceId: null, userId: scope.userId })
  // Long enough ago that nothing is on its way.
  await db.update(roomUpdates).set({ at: new Date(Date.now() - 3_600_000) })
  await db.update(projections).set({ at: new Date() })
  return { scope, document, text, layer: `layer/${document.layerId}`, seqs }
}

async function problems(options: Parameters<typeof verify>[1] = {}): Promise<[Check, string][]> {
  const findings = await inOneState(db, (tx) => verify(tx, options))
  return findings?.problems.map(({ check, where, what }) => [check, `${where} ${what}`]) ?? []
}

test('finds nothing in what is sound, and counts what it looked at', async () => {
  const { text } = await sound()
  const findings = await inOneState(db, (tx) => verify(tx))
  expect(findings?.problems).toEqual([])
  const rows = (await db.select().from(roomUpdates)).length
  expect(findings?.examined).toMatchObject({ log: rows, snapshots: 1, statements: 2, excerpts: 2, originals: 1, audit: 2 })
  expect(findings?.examined.references).toBeGreaterThan(20)
  expect(await inOneState(db, (tx) => verify(tx, { document: 'no such' }))).toBeNull()
  expect((await inOneState(db, (tx) => verify(tx, { document: text.slice(5) })))?.examined.log).toBe(rows)
})

const flipByte = sql`set_byte(bytes, octet_length(bytes) / 2, get_byte(bytes, octet_length(bytes) / 2) # 1)`
type Sound = Awaited<ReturnType<typeof sound>>

/** What is done to a sound database, and what must be found. */
const DAMAGE: Record<string, { plant(it: Sound): Promise<unknown>; check: Check; says: RegExp }> = {
  'a flipped bit in the log': {
    plant: ({ seqs }) =>
      db
        .update(roomUpdates)
        .set({ bytes: flipByte })
        .where(eq(roomUpdates.seq, seqs[1] as number)),
    check: 'log',
    says: /row \d+ the checksum does not match/,
  },
  'a row that is no update, with a checksum that fits': {
    async plant({ text, seqs }) {
      const bytes = new Uint8Array([255, 255, 255, 255, 255, 1, 2, 3])
      await db
        .update(roomUpdates)
        .set({ bytes, crc32: crc32(bytes) })
        .where(eq(roomUpdates.seq, seqs[2] as number))
      return text
    },
    check: 'log',
    says: /not an update/,
  },
  'a row that is gone from the middle': {
    plant: ({ seqs }) => db.delete(roomUpdates).where(eq(roomUpdates.seq, seqs[0] as number)),
    check: 'log',
    says: /wait for others/,
  },
  'a row in quarantine': {
    plant: ({ text, scope, seqs }) =>
      db.insert(roomQuarantine).values({ room: text, workspaceId: scope.workspaceId, seq: seqs[2] as number, reason: 'planted' }),
    check: 'log',
    says: /quarantine: planted/,
  },
  'a flipped bit in a snapshot': {
    plant: ({ text }) => db.update(roomSnapshots).set({ bytes: flipByte }).where(eq(roomSnapshots.room, text)),
    check: 'snapshots',
    says: /checksum of the snapshot/,
  },
  'a snapshot of another state': {
    async plant({ text }) {
      const other = await loadRoom(db, text)
      other.getText(TEXT_NAME).insert(3, 'never written')
      const bytes = Y.encodeStateAsUpdate(other)
      await db
        .update(roomSnapshots)
        .set({ bytes, crc32: crc32(bytes) })
        .where(eq(roomSnapshots.room, text))
    },
    check: 'snapshots',
    says: /another state/,
  },
  'a layer without the text it refers to': {
    plant: ({ text }) =>
      db
        .delete(roomUpdates)
        .where(eq(roomUpdates.room, text))
        .then(() => db.delete(roomSnapshots)),
    check: 'statements',
    says: /refers to text that is not there/,
  },
  'an excerpt with other words': {
    plant: () => db.update(excerpts).set({ quote: 'coldline' }).where(eq(excerpts.quote, 'hotline')),
    check: 'excerpts',
    says: /is not what its statement says/,
  },
  'an excerpt without its actor': {
    plant: () => db.execute(sql`delete from excerpt_actors`),
    check: 'excerpts',
    says: /is not what its statement says/,
  },
  'an excerpt that is gone': {
    plant: () => db.delete(excerpts).where(eq(excerpts.quote, 'hotline')),
    check: 'excerpts',
    says: /is missing/,
  },
  'an excerpt nobody made': {
    plant: async () => {
      const { rows } = await db.execute<{ columns: string }>(sql`select string_agg(quote_ident(attname), ', ') as columns from pg_attribute
        where attrelid = 'excerpts'::regclass and attnum > 0 and not attisdropped and attgenerated = ''`)
      const columns = sql.raw(rows[0]?.columns ?? '')
      await db.execute(sql`insert into excerpts (${columns}) select ${columns}
        from (select (json_populate_record(e, json_build_object('annotation_id', gen_random_uuid()))).* from excerpts e limit 1) made`)
    },
    check: 'excerpts',
    says: /has no statement/,
  },
  'a wrong number of words': {
    plant: () => db.update(documents).set({ wordCount: 7000 }),
    check: 'excerpts',
    says: /7000 words/,
  },
  'a changed original': { plant: () => db.update(originals).set({ bytes: flipByte }), check: 'originals', says: /the file is not the one/ },
  'a changed text of an original': {
    plant: () => db.update(originals).set({ text: 'other' }),
    check: 'originals',
    says: /its text is not the one/,
  },
  'a room without a document': {
    plant: ({ scope }) =>
      db.execute(sql`insert into room_updates (room, workspace_id, bytes, crc32) values ('text/none', ${scope.workspaceId}, '', 0)`),
    check: 'references',
    says: /room_updates.room 1 rows refer to documents/,
  },
  'a changed audit row': {
    plant: () =>
      db.transaction(async (tx) => {
        await tx.execute(sql`alter table audit_log disable trigger audit_log_append_only`)
        await tx.execute(sql`update audit_log set details = '{"changed": true}' where seq = 1`)
        await tx.execute(sql`alter table audit_log enable trigger audit_log_append_only`)
      }),
    check: 'audit',
    says: /row 1 was changed/,
  },
}

test.each(Object.entries(DAMAGE))('finds %s', async (_, { plant, check, says }) => {
  const it = await sound()
  expect(await problems()).toEqual([])
  await plant(it)
  const found = await problems()
  expect(found).toContainEqual([check, expect.stringMatching(says)])
})

test('finds a row whose foreign key was passed by', async () => {
  await sound()
  await db.execute(sql`alter table documents drop constraint documents_created_by_users_id_fk`)
  await db.execute(sql`update documents set created_by = gen_random_uuid()`)
  // Not valid: as a constraint that the server believes in while the rows say otherwise.
  await db.execute(
    sql`alter table documents add constraint documents_created_by_users_id_fk foreign key (created_by) references users(id) not valid`,
  )
  expect(await problems()).toContainEqual(['references', expect.stringMatching(/documents.created_by 1 rows refer to users/)])
  await db.execute(sql`delete from documents`)
  await db.execute(sql`alter table documents validate constraint documents_created_by_users_id_fk`)
})

test('finds audit rows that were cut off at the end, by the hash that was noted', async () => {
  await sound()
  const { rows } = await db.execute<{ hash: string }>(sql`select hash from audit_log order by seq desc limit 1`)
  const anchor = rows[0]?.hash as string
  expect(await problems({ anchor })).toEqual([])
  await db.transaction(async (tx) => {
    await tx.execute(sql`alter table audit_log disable trigger audit_log_append_only`)
    await tx.execute(sql`delete from audit_log where seq = 2`)
    await tx.execute(sql`alter table audit_log enable trigger audit_log_append_only`)
  })
  expect(await problems({ anchor })).toContainEqual(['audit', expect.stringMatching(/cut off/)])
})

test('does not take work that is on its way for damage', async () => {
  const { document } = await sound()
  await db.update(roomUpdates).set({ at: new Date() })
  await db.update(documents).set({ wordCount: 1 }).where(eq(documents.id, document.id))
  const findings = await inOneState(db, (tx) => verify(tx))
  expect([findings?.problems, findings?.behind]).toEqual([[], 1])
})
