import { afterEach, beforeEach, expect, test } from 'vitest'
import WebSocket from 'ws'
import type { CollabClient } from '#/components/collab/client.ts'
import { beginGeneration, findInstallation } from '#/db/queries/installation.ts'
import { CLOSE } from '#/lib/collab/close-code.ts'
import { collabAddress, PROTOCOL, SCHEMA } from '#/lib/collab/protocol.ts'
import { canonicalText, TEXT_NAME } from '#/lib/text/flat.ts'
import { loadRoom } from '#/server/collab/room-log.ts'
import { openRoom, openTab, saved } from '#/tests/support/collab-client.ts'
import { signIn, startCollab, type TestCollab } from '#/tests/support/collab-server.ts'
import { testDatabase } from '#/tests/support/database.ts'
import { type LiveDocument, makeLiveDocument } from '#/tests/support/live-document.ts'
import type { TestUser } from '#/tests/support/make-user.ts'
import { makeWorkspace } from '#/tests/support/make-workspace.ts'
import { until } from '#/tests/support/until.ts'

const { db, pool } = testDatabase()
const BACKUP_MADE_AT = new Date('2026-03-14T09:00:00Z')
let server: TestCollab
let owner: TestUser
let document: LiveDocument
let cookie: string
const tabs: CollabClient[] = []

beforeEach(async () => {
  server = await startCollab(db)
  const workspace = await makeWorkspace(db)
  owner = workspace.owner
  cookie = (await signIn(db, owner.id)).cookie
  document = await makeLiveDocument(db, workspace.scope)
})
afterEach(async () => {
  await Promise.all(tabs.splice(0).map((tab) => tab.destroy()))
  await server.stop()
  await pool.query('update installation set generation = 1')
})

function open(generation = 1): CollabClient {
  const tab = openTab(server, { user: owner, cookie }, { generation })
  tabs.push(tab)
  return tab
}

async function storedText(): Promise<string> {
  return canonicalText((await loadRoom(db, document.text)).getText(TEXT_NAME))
}

/** With what a socket at this address is closed; it asks for a room at once. */
function closedWith(address: string): Promise<{ code: number; reason: string; heard: number }> {
  return new Promise((resolve, reject) => {
    const socket = new WebSocket(address, { headers: { cookie, origin: server.origin } })
    let heard = 0
    socket.on('message', () => heard++)
    socket.on('close', (code, reason) => resolve({ code, reason: reason.toString(), heard }))
    socket.on('error', reject)
  })
}

test('a page of an older protocol or schema, or one that says nothing, is closed before any room opens', async () => {
  const right = collabAddress(server.url, 1)
  const wrong = [
    server.url,
    right.replace(`protocol=${PROTOCOL}`, `protocol=${PROTOCOL - 1}`),
    right.replace(`schema=${SCHEMA}`, `schema=${SCHEMA + 1}`),
    right.replace('generation=1&protocol=1', 'generation=1'),
  ]
  for (const address of wrong) expect(await closedWith(address)).toMatchObject({ code: CLOSE.OUTDATED, heard: 0 })
  expect(await closedWith(right.replace('generation=1', 'generation=2'))).toMatchObject({ code: CLOSE.RESTORED, heard: 0 })
})

test('after a restore, what a page of the time before has is neither sent nor lost, and pages of the time after work', async () => {
  const old = open()
  const room = await openRoom(old, document.text)
  await saved(old)
  const { port } = new URL(server.url)
  await server.stop()
  room.doc.getText(TEXT_NAME).insert(1, 'From before: ')
  const bytes = await storedText()

  expect(await beginGeneration(db, BACKUP_MADE_AT)).toBe(2)
  expect(await findInstallation(db)).toEqual({ generation: 2, restoredFrom: BACKUP_MADE_AT.getTime() })
  server = await startCollab(db, Number(port))
  await until('the page is turned away', () => old.status.state === 'refused')
  expect(old.status).toEqual({ state: 'refused', kept: 1, trouble: { cause: 'restored', restoredFrom: BACKUP_MADE_AT.getTime() } })
  expect(old.unsavedRooms().map(({ name }) => name)).toEqual([document.text])
  expect(await storedText()).toBe(bytes)

  const fresh = open(2)
  const again = await openRoom(fresh, document.text)
  again.doc.getText(TEXT_NAME).insert(1, 'Since: ')
  await saved(fresh)
  expect(await storedText()).toBe(`Since: ${bytes}`)
})
