import { mkdtemp, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gunzipSync, gzipSync } from 'node:zlib'
import { eq } from 'drizzle-orm'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { findWorkspacesNamed } from '#/db/archive/find-workspaces.ts'
import { FacetIndexes } from '#/db/facet-indexes.ts'
import { countExcerpts } from '#/db/queries/excerpt-counts.ts'
import { writeProjection } from '#/db/queries/excerpt-projection.ts'
import { deleteWorkspaceRow } from '#/db/queries/purge.ts'
import { excerpts } from '#/db/schema/excerpts.ts'
import { members, users, workspaces } from '#/db/schema/people.ts'
import { comments } from '#/db/schema/talk.ts'
import { mintScope } from '#/db/scope.ts'
import { newId } from '#/lib/id.ts'
import { EVERYTHING } from '#/lib/query/query.ts'
import { idsIn, OtherIds } from '#/server/archive/other-ids.ts'
import { writeArchive } from '#/server/archive/write-archive.ts'
import { projectDocument } from '#/server/collab/projection-writer.ts'
import { createArchiveReading } from '#/server/jobs/prepare-archive.ts'
import { loadSample } from '#/server/sample/load-sample.ts'
import { bringBackArchive } from '#/server/usecases/bring-back-archive.ts'
import { previewArchive } from '#/server/usecases/preview-archive.ts'
import { Works } from '#/server/works.ts'
import { testDatabase } from '#/tests/support/database.ts'
import { makeDocument } from '#/tests/support/make-document.ts'
import { makeProjectedRow } from '#/tests/support/make-projected-row.ts'
import { makeUser } from '#/tests/support/make-user.ts'

const database = testDatabase()
const { db } = database
const SECRET = 'the secret of this installation'
const reading = createArchiveReading()
let folder = ''
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'interline-bring-back-'))
})
afterAll(() => Promise.all([rm(folder, { recursive: true }), reading.stop()]))

const projected: string[] = []
const deps = () => ({
  ...{ db, secret: SECRET, read: reading.read, works: new Works() },
  collab: { projectAgain: (ids: readonly string[]) => void projected.push(...ids), settleExcerpts: async () => {} },
})

async function archiveOf(wanted: string, name: string): Promise<string> {
  const file = join(folder, name)
  const written = await writeArchive(database, { wanted, to: file, secret: SECRET })
  if (!written.ok) throw new Error(written.message)
  return file
}

/** Brings an archive back as somebody, and its excerpts up to date. */
async function bring(userId: string, file: string, name: string): Promise<string> {
  const preview = await previewArchive(userId, file, deps())
  if (!preview.ok) throw new Error(preview.message)
  const done = await bringBackArchive(userId, { file, seal: preview.seal, name }, deps(), () => {})
  if (!done.ok) throw new Error(done.message)
  for (const id of projected.splice(0)) await projectDocument(db, id)
  return done.workspaceId
}

/** The rows of an archive by table; without members, who are another matter. Updates of layers in words, their checksum left out. */
async function rowsOf(file: string): Promise<Record<string, string[]>> {
  const tables: Record<string, string[]> = {}
  let table = ''
  for (const line of gunzipSync(await readFile(file))
    .toString()
    .split('\n')) {
    if (line.startsWith('#{"table"')) table = (JSON.parse(line.slice(1)) as { table: { name: string } }).table.name
    else if (line !== '' && !line.startsWith('#') && table !== 'members') tables[table] = [...(tables[table] ?? []), inWords(line)]
  }
  return tables
}

function inWords(line: string): string {
  const row = JSON.parse(line) as { room?: string; bytes?: string }
  if (!row.room?.startsWith('layer/') || !row.bytes) return line
  return JSON.stringify({ ...row, crc32: 0, bytes: Buffer.from(row.bytes, 'base64').toString('latin1') })
}

/** What takes the ids of a copy back to those of its original. */
function backFrom(copy: string, original: string, own: ReadonlySet<string>): OtherIds {
  return new OtherIds(Number(BigInt(`0x${copy.slice(-12)}`) ^ BigInt(`0x${original.slice(-12)}`)), own)
}

test('an archive becomes a workspace beside the one it was made of: the same to the last row, but for ids', async () => {
  await loadSample({ db, password: 'nobody signs in here' })
  const [original] = await findWorkspacesNamed(db, 'Syria desk')
  const first = await archiveOf('Syria desk', 'first.archive')
  const stranger = await makeUser(db, { email: 'omar@desk.example', name: 'Omar Haidar' })
  const copy = await bring(stranger.id, first, 'Syria desk, before the review')
  expect(copy).not.toBe(original?.id)
  const written = await archiveOf(copy, 'second.archive')

  const [before, after] = [await rowsOf(first), await rowsOf(written)]
  const people = (await db.select({ id: users.id }).from(users)).map(({ id }) => id)
  const back = backFrom(copy, original?.id ?? '', new Set(idsIn(JSON.stringify(after)).filter((id) => !people.includes(id))))
  expect(Object.keys(after)).toEqual(Object.keys(before))
  for (const [table, rows] of Object.entries(before)) {
    const named = rows.map((line) => (table === 'workspaces' ? line.replace('Syria desk', 'Syria desk, before the review') : line))
    const returned = (after[table] ?? []).map((line) => back.in(line))
    if (table === 'users') expect(returned).toEqual(expect.arrayContaining(named))
    else expect(returned.map(sorted), table).toEqual(named.map(sorted))
  }

  const found = async (workspaceId: string) =>
    (await db.select().from(excerpts).where(eq(excerpts.workspaceId, workspaceId))).map(({ quote, startUtf16, memo }) => [
      quote,
      startUtf16,
      memo,
    ])
  const order = (a: unknown[], b: unknown[]) => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1)
  expect((await found(copy)).sort(order)).toEqual((await found(original?.id ?? '')).sort(order))
  expect((await db.select().from(comments).where(eq(comments.workspaceId, copy))).length).toBeGreaterThan(0)
  const owners = await db.select({ id: members.userId, role: members.role }).from(members).where(eq(members.workspaceId, copy))
  expect(owners).toEqual([{ id: stranger.id, role: 'owner' }])
})

/** Columns by name: how a row is written depends on who wrote it. */
function sorted(line: string): string {
  return JSON.stringify(Object.entries(JSON.parse(line) as object).sort(([a], [b]) => (a < b ? -1 : 1)))
}

test('when the workspace is gone for good, its archive brings it back with the ids it had', async () => {
  await loadSample({ db, password: 'nobody signs in here' })
  const [original] = await findWorkspacesNamed(db, 'Syria desk')
  const [analyst] = await db.select().from(users).where(eq(users.email, 'analyst@interline.example'))
  const first = await archiveOf('Syria desk', 'gone.archive')
  await deleteWorkspaceRow(db, original?.id as string)
  expect(await bring(analyst?.id as string, first, 'Syria desk')).toBe(original?.id)
  expect(await rowsOf(await archiveOf('Syria desk', 'again.archive'))).toEqual(await rowsOf(first))
})

test('what was counted of a workspace that is gone is not counted when it comes back as it was before', async () => {
  await loadSample({ db, password: 'nobody signs in here' })
  const [original] = await findWorkspacesNamed(db, 'Syria desk')
  const [analyst] = await db.select().from(users).where(eq(users.email, 'analyst@interline.example'))
  const scope = mintScope(original?.id as string, analyst?.id as string, 'owner')
  const first = await archiveOf('Syria desk', 'earlier.archive')
  const { id: documentId, layerId } = await makeDocument(db, scope, { title: 'After the archive' })
  const row = makeProjectedRow({ annotationId: newId(), layerId, taggerId: scope.userId })
  const about = { documentId, workspaceId: scope.workspaceId, seq: 0, text: '\nThe hotline', wordCount: 2, differs: false, removed: [] }
  await db.transaction((tx) => writeProjection(tx, { ...about, written: [row] }))
  const indexes = new FacetIndexes()
  const before = await countExcerpts(db, scope, EVERYTHING, indexes)
  await deleteWorkspaceRow(db, scope.workspaceId)
  expect(await bring(scope.userId, first, 'Syria desk')).toBe(scope.workspaceId)
  const after = await countExcerpts(db, scope, EVERYTHING, indexes)
  expect(after).toEqual(await countExcerpts(db, scope, EVERYTHING, new FacetIndexes()))
  expect(after.excerpts).toBe(before.excerpts - 1)
})

test('what another server made, what was changed, what is cut off or grows without end says so, and changes nothing', async () => {
  await loadSample({ db, password: 'nobody signs in here' })
  const somebody = await makeUser(db, { email: 'omar@desk.example', name: 'Omar Haidar' })
  const file = await archiveOf('Syria desk', 'whole.archive')
  const bytes = await readFile(file)
  const lines = gunzipSync(bytes).toString()
  const preview = await previewArchive(somebody.id, file, deps())
  expect(preview).toMatchObject({ ok: true, name: 'Syria desk', isHere: true, counts: { documents: 8 } })
  const spoiled = async (content: Uint8Array) => {
    const path = join(folder, 'spoiled')
    await writeFile(path, content)
    return previewArchive(somebody.id, path, deps())
  }
  const no = (words: string) => ({ ok: false, message: expect.stringContaining(words) })
  expect(await previewArchive(somebody.id, file, { ...deps(), secret: 'of another server' })).toMatchObject(no('not made by this server'))
  expect(await spoiled(gzipSync(lines.replace('"name":"Syria desk"', '"name":"Persia desk"')))).toMatchObject(no('not made by this server'))
  expect(await spoiled(gzipSync(lines.replace('Pentagon podium', 'Pentagon sofa')))).toMatchObject(no('not what was written'))
  expect(await spoiled(gzipSync(lines.replace('#{"header":{"format":1', '#{"header":{"format":7')))).toMatchObject(
    no('neither an archive nor'),
  )
  expect(await spoiled(gzipSync(lines.replace('"seal":"', '"seal":"00')))).toMatchObject(no('not made by this server'))
  expect(await spoiled(bytes.subarray(0, bytes.length >> 1))).toMatchObject(no('cut off'))
  expect(await spoiled(Buffer.from('PK no archive'))).toMatchObject(no('damaged'))
  expect(await spoiled(gzipSync(Buffer.alloc(100 << 20)))).toMatchObject(no('unpacks to far more'))
  expect(await spoiled(gzipSync(`#{"header":${'['.repeat(100_000)}\n`))).toMatchObject(no('neither an archive nor'))

  const before = await db.select().from(workspaces)
  const input = { file, seal: 'of another preview', name: 'Mine' }
  expect(await bringBackArchive(somebody.id, input, deps(), () => {})).toMatchObject(no('Another archive was sent meanwhile'))
  expect(await bringBackArchive(somebody.id, { ...input, name: ' ' }, deps(), () => {})).toMatchObject(no('Enter a name'))
  expect(await db.select().from(workspaces)).toEqual(before)
})

test('another file that is sent while an archive is brought back is not what is loaded', async () => {
  await loadSample({ db, password: 'nobody signs in here' })
  const somebody = await makeUser(db, { email: 'mira@desk.example', name: 'Mira Adler' })
  const file = await archiveOf('Syria desk', 'sent.archive')
  const preview = await previewArchive(somebody.id, file, deps())
  if (!preview.ok) throw new Error(preview.message)
  const read: typeof reading.read = async (job, by) => {
    const found = await reading.read(job, by)
    const other = join(folder, 'other.archive')
    await writeFile(other, 'in its place')
    await rename(other, file)
    return found
  }
  const input = { file, seal: preview.seal, name: 'Mine' }
  expect(await bringBackArchive(somebody.id, input, { ...deps(), read }, () => {})).toMatchObject({ ok: true })
  expect((await readdir(folder)).filter((name) => name.startsWith('sent.archive.'))).toEqual([])
})
