import { afterEach, beforeEach, expect, test } from 'vitest'
import * as Y from 'yjs'
import { appendRoomUpdates } from '#/db/queries/room-log.ts'
import type { Scope } from '#/db/scope.ts'
import { canonicalText, TEXT_NAME } from '#/lib/text/flat.ts'
import { loadRoom } from '#/server/collab/room-log.ts'
import { signIn, startCollab, type TestCollab } from '#/tests/support/collab-server.ts'
import { testDatabase } from '#/tests/support/database.ts'
import { type LiveDocument, makeLiveDocument } from '#/tests/support/live-document.ts'
import { makeMember } from '#/tests/support/make-member.ts'
import type { TestUser } from '#/tests/support/make-user.ts'
import { makeWorkspace } from '#/tests/support/make-workspace.ts'
import { RawClient, SYNC } from '#/tests/support/raw-client.ts'
import { until } from '#/tests/support/until.ts'

const { db, pool } = testDatabase()
let server: TestCollab
let scope: Scope
let document: LiveDocument
/** Holds what is being written until it resolves; null: nothing is held. */
let gate: PromiseWithResolvers<void> | null = null
/** Updates that were handed to the database. */
let handedOver = 0
const clients: RawClient[] = []

beforeEach(async () => {
  handedOver = 0
  server = await startCollab(db, 0, 0, async (db, updates) => {
    handedOver += updates.length
    await gate?.promise
    return appendRoomUpdates(db, updates)
  })
  scope = (await makeWorkspace(db)).scope
  document = await makeLiveDocument(db, scope, 'Text:')
})
afterEach(async () => {
  gate?.resolve()
  gate = null
  for (const client of clients.splice(0)) client.close()
  await server.stop()
})

async function connect(user: TestUser): Promise<{ client: RawClient; sessionId: string }> {
  const { cookie, sessionId } = await signIn(db, user.id)
  const client = new RawClient(server, cookie)
  clients.push(client)
  await client.opened()
  return { client, sessionId }
}

async function open(client: RawClient): Promise<Y.Doc> {
  const doc = await client.join(document.text)
  await until('the text is there', () => doc.getText(TEXT_NAME).length > 1)
  return doc
}

function write(client: RawClient, doc: Y.Doc, words: string): void {
  const before = Y.encodeStateVector(doc)
  doc.getText(TEXT_NAME).insert(1, words)
  client.sync(document.text, SYNC.UPDATE, Y.encodeStateAsUpdate(doc, before))
}

const storedText = async () => canonicalText((await loadRoom(db, document.text)).getText(TEXT_NAME))

test.each<[string, (user: TestUser, sessionIds: string[]) => Promise<number>]>([
  [
    'who is removed from the workspace',
    async (user) => {
      await pool.query('delete from members where user_id = $1', [user.id])
      return server.collab.closeUser(scope.workspaceId, user.id)
    },
  ],
  [
    'whose sessions are ended',
    async (_user, sessionIds) => {
      await pool.query('update sessions set revoked_at = now()')
      return sessionIds.reduce((sum, id) => sum + server.collab.closeSession(id), 0)
    },
  ],
])('of somebody %s only that is written which the database had in hand already', async (_who, revoke) => {
  const { user } = await makeMember(db, scope.workspaceId, 'editor')
  const [first, second] = [await connect(user), await connect(user)]
  const [firstDoc, secondDoc] = [await open(first.client), await open(second.client)]
  // The embedded database has one session, so the rights are taken away before the commit is let go on.
  gate = Promise.withResolvers()
  write(first.client, firstDoc, 'in hand ')
  await until('the first is being written', () => handedOver === 1)
  write(first.client, firstDoc, 'behind it ')
  write(second.client, secondDoc, 'queued ')
  await new Promise((resolve) => setTimeout(resolve, 50))
  const since = performance.now()
  expect(await revoke(user, [first.sessionId, second.sessionId])).toBe(2)
  gate.resolve()
  await until('both are closed', () => first.client.closedWith !== null && second.client.closedWith !== null)
  expect(performance.now() - since).toBeLessThan(3000) // a loaded machine; the second is measured by tests/hostile
  write(second.client, secondDoc, 'later ')
  await until('the room is closed and written', async () => (await storedText()).includes('in hand'))
  expect(await storedText()).toBe('in hand Text:')
  expect(handedOver).toBe(1)
})

test('a document that goes to the bin ends sockets whose right to it is being looked up', async () => {
  const { user } = await makeMember(db, scope.workspaceId, 'editor')
  const { client } = await connect(user)
  client.authenticate(document.text)
  await until('a socket was found', () => server.collab.closeDocument(document.id) === 1)
  await until('it is closed', () => client.closedWith === 4205)
})

test('a document that goes to the bin ends sockets that are loading it', async () => {
  const { user } = await makeMember(db, scope.workspaceId, 'editor')
  const { client } = await connect(user)
  // Told that they may come in, and then the room is read; nothing of that is awaited here.
  const told = new Promise<void>((resolve) => {
    const onMessage = client.ws.onmessage
    client.ws.onmessage = (event) => {
      onMessage?.call(client.ws, event)
      resolve()
    }
  })
  client.authenticate(document.text)
  await told
  expect(server.collab.closeDocument(document.id)).toBe(1)
  await until('it is closed', () => client.closedWith === 4205)
})
