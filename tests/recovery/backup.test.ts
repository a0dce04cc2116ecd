import { randomBytes } from 'node:crypto'
import { existsSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gunzipSync, gzipSync } from 'node:zlib'
import { sql } from 'drizzle-orm'
import { afterAll, expect, test, vi } from 'vitest'
import { migrateTo, newestLevel } from '#/db/backup/schema-level.ts'
import { type Database, openDatabase } from '#/db/client.ts'
import { recordAudit } from '#/db/queries/audit-log.ts'
import { verifyAudit } from '#/db/queries/verify-audit.ts'
import { originals } from '#/db/schema/documents.ts'
import { installation } from '#/db/schema/installation.ts'
import { sessions } from '#/db/schema/people.ts'
import { roomUpdates } from '#/db/schema/rooms.ts'
import { checkBackup } from '#/server/backup/check-backup.ts'
import { restoreBackup } from '#/server/backup/restore-backup.ts'
import { writeBackup } from '#/server/backup/write-backup.ts'
import { signIn } from '#/tests/support/collab-server.ts'
import { testDatabase } from '#/tests/support/database.ts'
import { makeActor } from '#/tests/support/make-actor.ts'
import { makeWorkspace } from '#/tests/support/make-workspace.ts'
import { snapshotFile } from '#/tests/support/snapshot.ts'
import { tagDocument } from '#/tests/support/tag-document.ts'

// Databases are made anew here, which takes seconds on a busy machine.
vi.setConfig({ testTimeout: 120_000 })
const source = testDatabase()
const folder = mkdtempSync(join(tmpdir(), 'interline-backup-'))
afterAll(() => {
  vi.resetConfig()
  rmSync(folder, { recursive: true, force: true })
})

/** A workspace with a document, statements, a session and audit entries; words that trip up careless writers. */
async function fill() {
  const { scope } = await makeWorkspace(source.db)
  const actor = await makeActor(source.db, scope, { name: 'Überminister "B\\n" \u2028' })
  const text = 'He said “we will”\u2028and left — 😀 العربية.\nA second paragraph.'
  const document = await tagDocument(source.db, scope, {
    text,
    tags: [{ passage: 'we will', actors: [{ actorId: actor, role: 'source' }], memo: 'line\nbreak' }],
  })
  await source.db.update(originals).set({ bytes: randomBytes(3 << 20), byteSize: 3 << 20 })
  const { sessionId } = await signIn(source.db, scope.userId)
  await recordAudit(source.db, { event: 'signed-in', workspaceId: null, userId: scope.userId })
  return { scope, document, sessionId }
}

async function backUp(name: string) {
  const file = join(folder, name)
  return { file, ...(await writeBackup(source, file, { version: '0.1.0' })) }
}

/** The migrated database that all tests begin with, in memory: making one from nothing takes seconds. */
async function emptyDatabase(): Promise<Database> {
  return openDatabase({ snapshot: new Uint8Array(readFileSync(await snapshotFile())), migrate: false })
}

/** Everything in a database except what a restore changes, table by table, as another backup of it says. */
/** What restoring does not keep as it was: sign-ins, what it writes itself, and what only means something in its own database. */
const OF_A_DATABASE = ['installation', 'sessions', 'audit_log', 'excerpt_stamps', 'document_departures']

async function hashes(database: Database, name: string) {
  const { manifest } = await writeBackup(database, join(folder, name), { version: '0.1.0' })
  return manifest.tables.filter((table) => !OF_A_DATABASE.includes(table.name))
}

test('what was restored is what was backed up, in a new generation, with nobody signed in', async () => {
  await fill()
  const before = (await source.db.select().from(roomUpdates)).length
  const backup = await backUp('whole')
  expect(statSync(backup.file).mode & 0o777).toBe(0o600)
  expect(existsSync(`${backup.file}.part`)).toBe(false)
  expect(backup.manifest.tables.find((table) => table.name === 'room_updates')?.rows).toBe(before)

  const restored = await emptyDatabase()
  expect(await restoreBackup(restored, backup.file)).toMatchObject({ ok: true, generation: 2 })
  expect(await hashes(restored, 'again')).toEqual(await hashes(source, 'same'))
  expect(await restored.db.select().from(installation)).toMatchObject([
    { id: (await source.db.select().from(installation))[0]?.id, generation: 2 },
  ])
  expect((await restored.db.select().from(sessions)).every((session) => session.revokedAt !== null)).toBe(true)
  expect(await verifyAudit(restored.db)).toMatchObject({ ok: true })
  // The log goes on where it ended.
  const { rows } = await restored.db.execute<{ next: string }>(sql`select nextval('room_updates_seq_seq') as next`)
  expect(Number(rows[0]?.next)).toBe(backup.manifest.logUpTo + 1)
  await expect(
    restored.db.execute(sql`insert into members (workspace_id, user_id, role) values (gen_random_uuid(), gen_random_uuid(), 'owner')`),
  ).rejects.toThrow()
  await restored.close()
})

test('sessions can be kept, and a database that has something is left alone', async () => {
  const { sessionId } = await fill()
  const { file } = await backUp('sessions')
  const restored = await emptyDatabase()
  expect(await restoreBackup(restored, file, { keepSessions: true })).toMatchObject({ ok: true })
  expect(await restored.db.select().from(sessions)).toMatchObject([{ id: sessionId, revokedAt: null }])
  const again = await restoreBackup(restored, file)
  expect(again).toMatchObject({ ok: false, message: expect.stringContaining('1 rows in "documents"') })
  expect(await restored.db.select().from(installation)).toMatchObject([{ generation: 2 }])
  await restored.close()
})

test('a damaged, cut off or foreign file is refused in a sentence before anything is touched', async () => {
  await fill()
  const { file } = await backUp('to-damage')
  const bytes = readFileSync(file)
  const plain = gunzipSync(bytes).toString()
  const flipped = Buffer.from(bytes)
  flipped[bytes.length >> 1] = (flipped[bytes.length >> 1] as number) ^ 0x10
  const wrong: Record<string, Buffer> = {
    flipped,
    cut: bytes.subarray(0, bytes.length >> 1),
    short: bytes.subarray(0, bytes.length - 12),
    'without its end': gzipSync(plain.slice(0, plain.lastIndexOf('#{"manifest"'))),
    'with another word': gzipSync(plain.replace('A second paragraph', 'A Second paragraph')),
    'with a row less': gzipSync(plain.replace(/^\{"id":.*\n/m, '')),
    'with something behind': gzipSync(`${plain}{}\n`),
    'something else': gzipSync('{"hello":1}\n'),
    'no gzip': Buffer.from('hello'),
    empty: Buffer.alloc(0),
  }
  const restored = await emptyDatabase()
  for (const [what, content] of Object.entries(wrong)) {
    const path = join(folder, 'wrong')
    writeFileSync(path, content)
    const answer = await restoreBackup(restored, path)
    expect(answer, what).toMatchObject({ ok: false, message: expect.stringMatching(/^(The file|It is|This is|Something) .*\.$/) })
  }
  expect(await restored.db.select().from(roomUpdates)).toEqual([])
  expect(await restored.db.select().from(installation)).toMatchObject([{ generation: 1 }])
  expect(await restoreBackup(restored, file)).toMatchObject({ ok: true })
  await restored.close()
})

test('a row that refers to nothing is refused by the database, and nothing of the backup stays', async () => {
  await fill()
  await source.db.execute(sql`alter table excerpts drop constraint excerpts_document_id_documents_id_fk`)
  await source.db.execute(sql`update excerpts set document_id = gen_random_uuid()`)
  const { file } = await backUp('orphans')
  await source.db.execute(sql`delete from excerpts`)
  await source.db.execute(
    sql`alter table excerpts add constraint excerpts_document_id_documents_id_fk foreign key (document_id) references documents(id) on delete cascade`,
  )
  const restored = await emptyDatabase()
  await expect(restoreBackup(restored, file)).rejects.toThrow()
  const { rows } = await restored.db.execute(sql`select from documents`)
  expect(rows).toEqual([])
  await restored.close()
})

test('a backup of an older schema is loaded into that schema, then brought up to date', async () => {
  const trust = { at: 0, name: '0007_trust' }
  trust.at = JSON.parse(readFileSync('db/migrations/meta/_journal.json', 'utf8')).entries.find(
    (entry: { tag: string }) => entry.tag === trust.name,
  ).when
  const old = await openDatabase({ dataDir: join(folder, 'old-pg'), fsync: false, migrate: false })
  await migrateTo(old, trust)
  await old.db.execute(sql`insert into users (id, email, name) values (gen_random_uuid(), 'old@interline.test', 'Old')`)
  const file = join(folder, 'old')
  expect((await writeBackup(old, file, { version: '0.1.0' })).header.schema).toEqual(trust)
  await old.close()
  const restored = await openDatabase({ dataDir: join(folder, 'upgraded-pg'), fsync: false, migrate: false })
  expect(await restoreBackup(restored, file)).toMatchObject({ ok: true, generation: 2 })
  const { rows } = await restored.db.execute<{ at: string }>(sql`select max(created_at) as at from drizzle.__drizzle_migrations`)
  expect(Number(rows[0]?.at)).toBe(newestLevel().at)
  await restored.close()
})

test('a backup of a newer schema is refused by name', async () => {
  await fill()
  const { file } = await backUp('newer')
  const lines = gunzipSync(readFileSync(file)).toString().split('\n')
  lines[0] = (lines[0] as string).replace(/"version":"[^"]*"/, '"version":"9.0.0"').replace(/"at":\d+/, '"at":4000000000000')
  writeFileSync(file, gzipSync(lines.join('\n')))
  expect(await checkBackup(file)).toMatchObject({ ok: true })
  const restored = await emptyDatabase()
  expect(await restoreBackup(restored, file)).toMatchObject({ ok: false, message: expect.stringContaining('9.0.0') })
  await restored.close()
})

test('a backup that cannot be finished leaves no file', async () => {
  await fill()
  await expect(writeBackup(source, join(folder, 'no', 'such', 'folder'), { version: '0.1.0' })).rejects.toThrow()
  const file = join(folder, 'unfinished')
  const progress = () => {
    throw new Error('pulled out')
  }
  await expect(writeBackup(source, file, { version: '0.1.0', progress })).rejects.toThrow('pulled out')
  expect(existsSync(file) || existsSync(`${file}.part`)).toBe(false)
})
