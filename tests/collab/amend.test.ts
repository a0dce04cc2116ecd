import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { eq } from 'drizzle-orm'
import { afterEach, beforeEach, expect, inject, test } from 'vitest'
import * as Y from 'yjs'
import type { CollabClient } from '#/components/collab/client.ts'
import { type Db, openDatabase } from '#/db/client.ts'
import { moveToBin } from '#/db/queries/bin.ts'
import { documents } from '#/db/schema/documents.ts'
import { roomClients, roomUpdates } from '#/db/schema/rooms.ts'
import type { Scope } from '#/db/scope.ts'
import { layerMap } from '#/lib/annotation/layer.ts'
import { newId } from '#/lib/id.ts'
import { canonicalText, TEXT_NAME } from '#/lib/text/flat.ts'
import { loadRoom } from '#/server/collab/room-log.ts'
import { openRoom, openTab, saved } from '#/tests/support/collab-client.ts'
import { signIn, startCollab, type TestCollab } from '#/tests/support/collab-server.ts'
import { testDatabase } from '#/tests/support/database.ts'
import { type LiveDocument, makeLiveDocument } from '#/tests/support/live-document.ts'
import { makeMember } from '#/tests/support/make-member.ts'
import type { TestUser } from '#/tests/support/make-user.ts'
import { makeWorkspace } from '#/tests/support/make-workspace.ts'
import { type TcpProxy, tcpProxy } from '#/tests/support/tcp-proxy.ts'
import { until } from '#/tests/support/until.ts'

const { db, pool } = testDatabase()
const WORDS = 'The hotline is open.'
let server: TestCollab
let scope: Scope
let owner: TestUser
let document: LiveDocument
const tabs: CollabClient[] = []
const networks: TcpProxy[] = []

beforeEach(async () => {
  server = await startCollab(db)
  const workspace = await makeWorkspace(db)
  scope = workspace.scope
  owner = workspace.owner
  document = await makeLiveDocument(db, scope, WORDS)
})
afterEach(async () => {
  await Promise.all(tabs.splice(0).map((tab) => tab.destroy()))
  await Promise.all(networks.splice(0).map((network) => network.close()))
  await server.stop()
})

async function open(user = owner, url = server.url): Promise<CollabClient> {
  const tab = openTab({ url, origin: server.origin }, { user, cookie: (await signIn(db, user.id)).cookie })
  tabs.push(tab)
  return tab
}

const wordsOf = (doc: Y.Doc) => canonicalText(doc.getText(TEXT_NAME))
const stored = async (room = document.text, from: Db = db) => wordsOf(await loadRoom(from, room))
const prepend = (words: string) => (draft: { text: Y.Doc }) => draft.text.getText(TEXT_NAME).insert(1, words)

test('an open client and one that was away get the change, and what they did meanwhile stays', async () => {
  const network = await tcpProxy(Number(new URL(server.url).port))
  networks.push(network)
  const here = await open()
  const { user: other } = await makeMember(db, scope.workspaceId, 'editor')
  const away = await open(other, `ws://127.0.0.1:${network.port}/collab`)
  const hereText = await openRoom(here, document.text)
  const awayText = await openRoom(away, document.text)
  const hereLayer = await openRoom(here, document.layer)
  network.cut()
  await until('one is away', () => away.status.state === 'offline')
  awayText.doc.getText(TEXT_NAME).insert(WORDS.length + 1, ' Moscow answered.')

  const id = newId()
  const done = await server.collab.amend(document.id, {
    userId: owner.id,
    edit: ({ text, layers }) => {
      text.getText(TEXT_NAME).insert(1, 'Correction: ')
      layerMap(layers.get(document.layerId) as Y.Doc, 'deleted').set(id, { by: owner.id, at: 1 })
      return 'done'
    },
  })
  expect(done).toMatchObject({ result: 'done' })
  await until('who is here sees it', () => wordsOf(hereText.doc) === `Correction: ${WORDS}`)
  await until('the layer too', () => layerMap(hereLayer.doc, 'deleted').has(id))
  network.restore()
  await saved(away)
  const both = `Correction: ${WORDS} Moscow answered.`
  await until('all have both', () => wordsOf(hereText.doc) === both && wordsOf(awayText.doc) === both)
  expect(await stored()).toBe(both)
})

test('the log says who did it and keeps the id it was written under for nobody', async () => {
  const before = await db.select().from(roomUpdates)
  const done = await server.collab.amend(document.id, { userId: owner.id, edit: prepend('New. ') })
  const rows = (await db.select().from(roomUpdates)).filter((row) => !before.some((old) => old.seq === row.seq))
  expect(rows.map((row) => [row.room, row.userId, row.seq])).toEqual([[document.text, owner.id, done?.seqAfter]])
  expect(done?.seqBefore).toBe(before.find((row) => row.room === document.text)?.seq)
  expect(await db.select().from(roomClients)).toEqual([])

  const [client] = [...Y.decodeUpdate(rows[0]?.bytes as Uint8Array).structs].map((struct) => struct.id.client)
  const tab = await open()
  const text = await openRoom(tab, document.text)
  text.doc.clientID = client as number
  text.doc.getText(TEXT_NAME).insert(1, 'Forged. ')
  await until('the server refuses', () => tab.status.state !== 'saved')
  expect(await stored()).toBe(`New. ${WORDS}`)
})

test('rows that belong to the change are written with it, or neither is', async () => {
  const tab = await open()
  const text = await openRoom(tab, document.text)
  const rename = (title: string, fails: boolean) =>
    server.collab.amend(document.id, {
      userId: owner.id,
      edit: prepend('New. '),
      alongside: async (tx) => {
        await tx.update(documents).set({ title }).where(eq(documents.id, document.id))
        if (fails) throw new Error('no such edition')
      },
    })
  const rows = await pool.query('select count(*) from room_updates')
  await expect(rename('Second', true)).rejects.toThrow('no such edition')
  const broken = { userId: owner.id, edit: () => expect.fail('no such passage') }
  await expect(server.collab.amend(document.id, broken)).rejects.toThrow('no such passage')
  expect((await pool.query('select count(*) from room_updates')).rows).toEqual(rows.rows)
  expect(await stored()).toBe(WORDS)
  expect(wordsOf(text.doc)).toBe(WORDS)

  // The room goes on as if nothing had been.
  text.doc.getText(TEXT_NAME).insert(1, 'Typed. ')
  await saved(tab)
  await rename('Second', false)
  expect(await stored()).toBe(`New. Typed. ${WORDS}`)
  const [row] = await db.select({ title: documents.title }).from(documents).where(eq(documents.id, document.id))
  expect(row?.title).toBe('Second')
})

test('a change worked out on more than the room has is refused whole', async () => {
  const ahead = await loadRoom(db, document.text)
  ahead.getText(TEXT_NAME).insert(1, 'Not here. ')
  const known = Y.encodeStateVector(ahead)
  ahead.getText(TEXT_NAME).insert(5, 'built on it ')
  const update = Y.encodeStateAsUpdate(ahead, known)
  const alongside = () => expect.fail('written')
  const amending = server.collab.amend(document.id, { userId: owner.id, edit: ({ text }) => Y.applyUpdate(text, update), alongside })
  await expect(amending).rejects.toThrow(document.text)
  expect(await stored()).toBe(WORDS)
})

test('amendments of one document come one after the other, whoever opens and closes its rooms meanwhile', async () => {
  const seen: string[] = []
  const amend = (words: string) =>
    server.collab.amend(document.id, {
      userId: owner.id,
      edit: (draft) => {
        seen.push(wordsOf(draft.text))
        prepend(words)(draft)
      },
    })
  const opening = async () => {
    for (let i = 0; i < 5; i++) {
      const tab = await open()
      await openRoom(tab, document.text)
      await tab.destroy()
    }
  }
  await Promise.all([opening(), ...['a', 'b', 'c', 'd', 'e', 'f'].map(amend)])
  expect(seen.map((words) => words.length - WORDS.length)).toEqual([0, 1, 2, 3, 4, 5])
  expect(await stored()).toBe(`fedcba${WORDS}`)
})

test('typing goes on while a megabyte is amended', async () => {
  const long = await makeLiveDocument(db, scope, Array.from({ length: 5000 }, (_, i) => `${i} ${'word '.repeat(40)}`).join('\n'))
  const tab = await open()
  const text = await openRoom(tab, long.text)
  const words = text.doc.getText(TEXT_NAME)
  const amending = server.collab.amend(long.id, {
    userId: owner.id,
    edit: (draft) => draft.text.getText(TEXT_NAME).applyDelta([{ retain: 1000 }, { delete: 500_000 }, { insert: 'x'.repeat(400_000) }]),
  })
  for (const letter of 'typed') words.insert(1, letter)
  await amending
  await saved(tab)
  await until('the change is here', () => words.length < 1_000_000)
  expect(wordsOf(text.doc).startsWith('depyt0 word')).toBe(true)
  expect(await stored(long.text)).toBe(wordsOf(text.doc))
})

test('a document in the bin, and one that never was, are not amended', async () => {
  await moveToBin(db, scope, document.id)
  for (const id of [document.id, newId()])
    expect(await server.collab.amend(id, { userId: owner.id, edit: () => expect.fail('edited') })).toBeNull()
})

test('a kill after the commit keeps the change, a kill before it leaves nothing', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'interline-amend-'))
  const url = process.env.TEST_DATABASE_URL && (pool.options.connectionString as string)
  const where = url ? { url } : { dataDir: join(folder, 'pg') }
  try {
    const first = await openDatabase({ ...where, ...(!url && { snapshot: readFileSync(inject('snapshot')) }), migrate: false })
    const made = await makeWorkspace(first.db)
    const { id, text } = await makeLiveDocument(first.db, made.scope, WORDS)
    await first.close()
    for (const [when, words] of [
      ['uncommitted', 'Lost. '],
      ['committed', 'Kept. '],
    ]) {
      const job = { ...where, documentId: id, userId: made.owner.id, words, when }
      const child = spawn(process.execPath, [join(import.meta.dirname, '../support/amend-and-die.ts'), JSON.stringify(job)], {
        stdio: 'inherit',
      })
      expect(await once(child, 'exit')).toEqual([null, 'SIGKILL'])
    }
    const last = await openDatabase({ ...where, migrate: false })
    expect(await stored(text, last.db)).toBe(`Kept. ${WORDS}`)
    await last.close()
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}, 120_000)
