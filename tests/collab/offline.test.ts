import { afterEach, beforeEach, expect, test } from 'vitest'
import type { CollabClient } from '#/components/collab/client.ts'
import { captureQuote, captureRuns } from '#/lib/anchor/capture.ts'
import { buildIdIndex } from '#/lib/anchor/id-index.ts'
import { createAnnotation } from '#/lib/annotation/commands.ts'
import { readAnnotations } from '#/lib/annotation/layer.ts'
import { newId } from '#/lib/id.ts'
import { canonicalText, TEXT_NAME } from '#/lib/text/flat.ts'
import { loadRoom } from '#/server/collab/room-log.ts'
import { openRoom, openTab, saved } from '#/tests/support/collab-client.ts'
import { signIn, startCollab, type TestCollab } from '#/tests/support/collab-server.ts'
import { testDatabase } from '#/tests/support/database.ts'
import { type LiveDocument, makeLiveDocument } from '#/tests/support/live-document.ts'
import type { TestUser } from '#/tests/support/make-user.ts'
import { makeWorkspace } from '#/tests/support/make-workspace.ts'
import { type TcpProxy, tcpProxy } from '#/tests/support/tcp-proxy.ts'
import { until } from '#/tests/support/until.ts'

const { db } = testDatabase()
let server: TestCollab
let network: TcpProxy
let owner: TestUser
let document: LiveDocument
const tabs: CollabClient[] = []

beforeEach(async () => {
  server = await startCollab(db)
  const workspace = await makeWorkspace(db)
  owner = workspace.owner
  document = await makeLiveDocument(db, workspace.scope)
})
afterEach(async () => {
  await Promise.all(tabs.splice(0).map((tab) => tab.destroy()))
  await network.close()
  await server.stop()
})

async function openThroughNetwork(delayMs = 0): Promise<CollabClient> {
  network = await tcpProxy(Number(new URL(server.url).port), delayMs)
  const url = `ws://127.0.0.1:${network.port}/collab`
  const tab = openTab({ url, origin: server.origin }, { user: owner, cookie: (await signIn(db, owner.id)).cookie })
  tabs.push(tab)
  return tab
}

async function storedText(): Promise<string> {
  return canonicalText((await loadRoom(db, document.text)).getText(TEXT_NAME))
}

test('changes made offline are counted one by one, text and tags, and arrive when the network is back', async () => {
  const tab = await openThroughNetwork()
  const text = await openRoom(tab, document.text)
  const layer = await openRoom(tab, document.layer)
  await saved(tab)
  network.cut()
  await until('the loss is shown', () => tab.status.state === 'offline')
  expect(tab.status.kept).toBe(0)

  const words = text.doc.getText(TEXT_NAME)
  for (const letter of 'abc') words.insert(1, letter)
  expect(tab.status).toEqual({ state: 'offline', kept: 3 })
  const passage = { runs: captureRuns(buildIdIndex(words), 3, 6), quote: captureQuote(canonicalText(words), 3, 6) }
  const id = createAnnotation(
    layer.doc,
    { userId: owner.id, ...passage, actors: [{ actorId: newId(), role: 'source' }], themes: [] },
    'test',
  )
  expect(tab.status).toEqual({ state: 'offline', kept: 4 })
  expect(await storedText()).not.toContain('cba')

  const sent: number[] = []
  tab.onSent((changes) => sent.push(changes))
  network.restore()
  await saved(tab)
  expect(await storedText()).toMatch(/^cbaThe Pentagon/)
  expect(readAnnotations(await loadRoom(db, document.layer)).map((annotation) => annotation.id)).toEqual([id])
  expect(sent).toEqual([4])
})

test('"saved" is never said before everything is in the log, also not while reconnecting', async () => {
  const tab = await openThroughNetwork(60)
  const room = await openRoom(tab, document.text)
  await saved(tab)
  const words = room.doc.getText(TEXT_NAME)
  const early: string[] = []
  let typed = 0
  const type = () => words.insert(words.length, ` w${++typed}.`)
  for (let round = 0; round < 4; round++) {
    network.cut()
    for (let i = 0; i < 5; i++) type()
    network.restore()
    // Typing goes on through connecting, authentication and handshake.
    const typing = setInterval(type, 7)
    await new Promise((resolve) => setTimeout(resolve, 150 + 130 * round))
    clearInterval(typing)
    await until('it says saved', () => tab.status.kept === 0)
    // What has not reached the server at this very moment never will.
    network.cut()
    const claimed = typed
    const text = await storedText()
    for (let word = 1; word <= claimed; word++) if (!text.includes(` w${word}.`)) early.push(`round ${round}: w${word}`)
    network.restore()
    await until('it is back', () => room.status.isSynced)
    await saved(tab)
  }
  expect(early).toEqual([])
  const final = await storedText()
  expect(final.match(/ w\d+\./g)).toHaveLength(typed)
}, 60_000)

test('a connection that is dead without a word is noticed, and work goes on when the network is back', async () => {
  const tab = await openThroughNetwork()
  const room = await openRoom(tab, document.text)
  await saved(tab)
  network.swallow()
  const since = Date.now()
  room.doc.getText(TEXT_NAME).insert(1, 'Meanwhile: ')
  await new Promise((resolve) => setTimeout(resolve, 50))
  expect(tab.status).toMatchObject({ state: 'saving', kept: 1 })
  await until('it is noticed', () => tab.status.state === 'offline' && !room.status.isSynced, 10_000)
  expect(Date.now() - since).toBeGreaterThan(3000)
  // An attempt may be under way that will never be answered.
  network.restore()
  await saved(tab)
  expect(await storedText()).toMatch(/^Meanwhile: /)
}, 40_000)

test('a server that cannot reach its database is waited for, and nothing is called saved meanwhile', async () => {
  const tab = await openThroughNetwork()
  const room = await openRoom(tab, document.text)
  await saved(tab)
  await db.execute('alter table room_updates rename to room_updates_away')
  room.doc.getText(TEXT_NAME).insert(1, 'Kept: ')
  await until('the server let go', () => !room.status.isSynced)
  expect(tab.status.kept).toBe(1)
  await db.execute('alter table room_updates_away rename to room_updates')
  await saved(tab)
  expect(await storedText()).toMatch(/^Kept: The Pentagon/)
}, 40_000)
