import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gunzipSync, gzipSync } from 'node:zlib'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { findWorkspacesNamed } from '#/db/archive/find-workspaces.ts'
import { deleteWorkspaceRow } from '#/db/queries/purge.ts'
import { documents } from '#/db/schema/documents.ts'
import { excerpts } from '#/db/schema/excerpts.ts'
import { users, workspaces } from '#/db/schema/people.ts'
import { roomUpdates } from '#/db/schema/rooms.ts'
import { comments } from '#/db/schema/talk.ts'
import { loadForOperator } from '#/server/archive/load-for-operator.ts'
import { writeArchive } from '#/server/archive/write-archive.ts'
import { restoreBackup } from '#/server/backup/restore-backup.ts'
import { projectDocument } from '#/server/collab/projection-writer.ts'
import { loadSample } from '#/server/sample/load-sample.ts'
import { testDatabase } from '#/tests/support/database.ts'
import { makeUser } from '#/tests/support/make-user.ts'
import { makeWorkspace } from '#/tests/support/make-workspace.ts'

const database = testDatabase()
const { db } = database
const SECRET = 'the secret of this installation'
let folder = ''
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'interline-archive-'))
})
afterAll(() => rm(folder, { recursive: true }))

/** What a file holds, without when it was made. */
async function content(file: string): Promise<string[]> {
  return gunzipSync(await readFile(file))
    .toString()
    .split('\n')
    .map((line) => line.replace(/"(made|seal)":"[^"]*"/g, ''))
}

async function write(name: string): Promise<string> {
  const file = join(folder, name)
  const written = await writeArchive(database, { wanted: 'Syria desk', to: file, secret: SECRET })
  if (!written.ok) throw new Error(written.message)
  return file
}

/** Excerpts as people find them. */
async function found() {
  const rows = await db.select().from(excerpts)
  return rows.map(({ annotationId, quote, startUtf16, endUtf16, memo }) => ({ annotationId, quote, startUtf16, endUtf16, memo }))
}

test('a workspace taken out, deleted and loaded again is the same, to its last row', async () => {
  await loadSample({ db, password: 'nobody signs in here' })
  const [workspace] = await findWorkspacesNamed(db, 'Syria desk')
  const before = await found()
  const first = await write('first.archive')
  expect(before.length).toBeGreaterThan(100)
  expect(await loadForOperator(db, first, 'analyst@interline.example')).toMatchObject({
    ok: false,
    message: expect.stringContaining('here already'),
  })

  await deleteWorkspaceRow(db, workspace?.id as string)
  expect(await db.select().from(documents)).toEqual([])
  expect(await db.select().from(roomUpdates)).toEqual([])
  // Another workspace writes meanwhile: the numbers of the log go on.
  const loaded = await loadForOperator(db, first, 'Analyst@Interline.example')
  if (!loaded.ok) throw new Error(loaded.message)
  expect(loaded.documentIds).toHaveLength(8)
  for (const id of loaded.documentIds) await projectDocument(db, id)
  const order = (a: { annotationId: string }, b: { annotationId: string }) => (a.annotationId < b.annotationId ? -1 : 1)
  expect((await found()).sort(order)).toEqual(before.sort(order))
  expect((await db.select().from(comments)).length).toBeGreaterThan(0)
  expect(await content(await write('second.archive'))).toEqual(await content(first))
})

test('people come along with what they wrote, and with nothing that signs in as them', async () => {
  await loadSample({ db, password: 'nobody signs in here' })
  const file = await write('people.archive')
  expect((await content(file)).join('\n')).not.toContain('$argon2')
  await db.delete(workspaces)
  await db.delete(users)
  const somebody = await makeUser(db, { email: 'layla.haddad@interline.example', name: 'Somebody Else' })
  const { scope } = await makeWorkspace(db, { name: 'Other desk', owner: somebody })
  const loaded = await loadForOperator(db, file, somebody.email)
  expect(loaded).toMatchObject({ ok: true, name: 'Syria desk' })
  const people = await db.select().from(users)
  const layla = people.filter(({ name }) => name === 'Layla Haddad')
  expect(layla.map(({ email, id }) => email === `${id}@archive.invalid`)).toEqual([true])
  expect(people.filter(({ id, passwordHash }) => id !== somebody.id && passwordHash !== null)).toEqual([])
  expect((await db.select().from(workspaces)).map(({ id }) => id)).toContain(scope.workspaceId)
})

test('what is no archive, cut off, changed or for nobody says so, and loads nothing', async () => {
  await loadSample({ db, password: 'nobody signs in here' })
  const file = await write('whole.archive')
  await db.delete(workspaces)
  const bytes = await readFile(file)
  const lines = gunzipSync(bytes).toString()
  const spoiled = async (name: string, content: Uint8Array) => {
    const path = join(folder, name)
    await writeFile(path, content)
    return loadForOperator(db, path, 'analyst@interline.example')
  }
  expect(await spoiled('text', Buffer.from('no archive'))).toMatchObject({ ok: false, message: expect.stringContaining('damaged') })
  expect(await spoiled('cut', bytes.subarray(0, bytes.length >> 1))).toMatchObject({
    ok: false,
    message: expect.stringContaining('cut off'),
  })
  expect(await spoiled('changed', gzipSync(lines.replace('Pentagon podium', 'Pentagon sofa')))).toMatchObject({
    ok: false,
    message: expect.stringContaining('"documents" is not what was written'),
  })
  expect(await loadForOperator(db, file, 'nobody@interline.example')).toMatchObject({
    ok: false,
    message: expect.stringContaining('Nobody has an account'),
  })
  expect(await restoreBackup(database, file)).toMatchObject({ ok: false, message: expect.stringContaining('archive of one workspace') })
  expect(await db.select().from(documents)).toEqual([])
  expect(await db.select().from(workspaces)).toEqual([])
})
