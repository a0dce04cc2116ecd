import { afterEach, beforeEach, expect, test } from 'vitest'
import type { CollabClient } from '#/components/collab/client.ts'
import type { Scope } from '#/db/scope.ts'
import { collabAddress } from '#/lib/collab/protocol.ts'
import { canonicalText, TEXT_NAME } from '#/lib/text/flat.ts'
import { loadRoom } from '#/server/collab/room-log.ts'
import { binWorkspace, bringBackWorkspace } from '#/server/usecases/bin-workspace.ts'
import { openRoom, openTab, saved, webSocketWith } from '#/tests/support/collab-client.ts'
import { signIn, startCollab, type TestCollab } from '#/tests/support/collab-server.ts'
import { testDatabase } from '#/tests/support/database.ts'
import { type LiveDocument, makeLiveDocument } from '#/tests/support/live-document.ts'
import { makeMember } from '#/tests/support/make-member.ts'
import { makeWorkspace } from '#/tests/support/make-workspace.ts'
import { until } from '#/tests/support/until.ts'

const { db, pool } = testDatabase()
let server: TestCollab
let scope: Scope
let document: LiveDocument
const tabs: CollabClient[] = []

beforeEach(async () => {
  server = await startCollab(db)
  scope = (await makeWorkspace(db)).scope
  document = await makeLiveDocument(db, scope)
})
afterEach(async () => {
  await Promise.all(tabs.splice(0).map((tab) => tab.destroy()))
  await server.stop()
})

async function editor() {
  const { user } = await makeMember(db, scope.workspaceId, 'editor')
  const { cookie, sessionId } = await signIn(db, user.id)
  const tab = openTab(server, { user, cookie })
  tabs.push(tab)
  return { user, tab, sessionId, cookie }
}

async function storedText(): Promise<string> {
  return canonicalText((await loadRoom(db, document.text)).getText(TEXT_NAME))
}

/** The HTTP status with which an upgrade is refused; 101 when it is not. */
function upgradeStatus(headers: { cookie: string; origin: string }, path = '/collab'): Promise<number> {
  return new Promise((resolve) => {
    const socket = new (webSocketWith(headers))(collabAddress(server.url.replace('/collab', path), 1))
    socket.on('open', () => {
      socket.close()
      resolve(101)
    })
    socket.on('unexpected-response', (_request, response) => {
      response.resume()
      resolve(response.statusCode ?? 0)
    })
    socket.on('error', () => {})
  })
}

test('a session that is ended loses its socket, writes nothing more and does not come back', async () => {
  const { tab, sessionId } = await editor()
  const room = await openRoom(tab, document.text)
  room.doc.getText(TEXT_NAME).insert(1, 'Before. ')
  await saved(tab)
  await pool.query('update sessions set revoked_at = now() where id = $1', [sessionId])
  expect(server.collab.closeSession(sessionId)).toBe(1)
  room.doc.getText(TEXT_NAME).insert(1, 'AFTER ')
  await until('the tab says so', () => tab.status.state === 'refused')
  expect(tab.status).toMatchObject({ kept: 1, trouble: { cause: 'signed-out' } })
  await new Promise((resolve) => setTimeout(resolve, 1500))
  expect(await storedText()).toMatch(/^Before\. The Pentagon/)
  expect(tab.status.state).toBe('refused')
})

test('who loses the right to edit can read on at once, and write no more', async () => {
  const { tab, user } = await editor()
  const room = await openRoom(tab, document.text)
  expect(room.status.isReadOnly).toBe(false)
  await pool.query(`update members set role = 'viewer' where user_id = $1`, [user.id])
  server.collab.closeUser(scope.workspaceId, user.id)
  await until('the room is read-only', () => room.status.isReadOnly && room.status.isSynced)
  room.doc.getText(TEXT_NAME).insert(1, 'FORGED ')
  await until('the change is refused', () => tab.status.state === 'refused')
  expect(await storedText()).toMatch(/^The Pentagon/)
})

test('who is removed from the workspace is shown the door', async () => {
  const { tab, user } = await editor()
  const room = await openRoom(tab, document.text)
  await pool.query('delete from members where user_id = $1', [user.id])
  server.collab.closeUser(scope.workspaceId, user.id)
  await until('the room is denied', () => room.status.isDenied)
})

test('a document that goes to the bin closes for everybody', async () => {
  const { tab } = await editor()
  const room = await openRoom(tab, document.text)
  await pool.query('update documents set deleted_at = now() where id = $1', [document.id])
  expect(server.collab.closeDocument(document.id)).toBe(1)
  await until('the room is denied', () => room.status.isDenied)
})

test('a workspace that goes to the bin closes for all its members, keeps what they wrote after it from landing, and opens again', async () => {
  const tabs = [await editor(), await editor()]
  const rooms = await Promise.all(tabs.map(({ tab }) => openRoom(tab, document.text)))
  expect(await binWorkspace(scope, 'Syria desk', { db, collab: server.collab })).toEqual({ ok: true })
  for (const room of rooms) room.doc.getText(TEXT_NAME).insert(1, 'AFTER ')
  await until('the rooms are denied', () => rooms.every((room) => room.status.isDenied))
  expect(await storedText()).toMatch(/^The Pentagon/)
  expect(await bringBackWorkspace(scope.userId, scope.workspaceId, { db })).toEqual({ ok: true })
  const { tab } = await editor()
  const again = await openRoom(tab, document.text)
  expect(canonicalText(again.doc.getText(TEXT_NAME))).toMatch(/^The Pentagon/)
})

test('an upgrade needs our origin, our path and a live session', async () => {
  const { cookie, sessionId } = await editor()
  const { origin } = server
  expect(await upgradeStatus({ cookie, origin })).toBe(101)
  expect(await upgradeStatus({ cookie, origin: 'https://evil.example' })).toBe(403)
  expect(await upgradeStatus({ cookie, origin: 'null' })).toBe(403)
  expect(await upgradeStatus({ cookie, origin }, '/collaboration')).toBe(404)
  expect(await upgradeStatus({ cookie: 'next-auth.session-token=forged', origin })).toBe(401)
  expect(await upgradeStatus({ cookie: '', origin })).toBe(401)
  await pool.query('update sessions set revoked_at = now() where id = $1', [sessionId])
  expect(await upgradeStatus({ cookie, origin })).toBe(401)
})

test('a server that is stopping takes nobody in', async () => {
  const { cookie } = await editor()
  await server.collab.stop()
  expect(await upgradeStatus({ cookie, origin: server.origin })).toBe(503)
})
