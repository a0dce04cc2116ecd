import { afterEach, beforeEach, expect, test } from 'vitest'
import type * as Y from 'yjs'
import type { CollabClient } from '#/components/collab/client.ts'
import type { CollabRoom } from '#/components/collab/room.ts'
import { canonicalText, TEXT_NAME } from '#/lib/text/flat.ts'
import { loadRoom } from '#/server/collab/room-log.ts'
import { registry } from '#/server/metrics.ts'
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
  network = await tcpProxy(Number(new URL(server.url).port))
  const workspace = await makeWorkspace(db)
  owner = workspace.owner
  document = await makeLiveDocument(db, workspace.scope)
})
afterEach(async () => {
  await Promise.all(tabs.splice(0).map((tab) => tab.destroy()))
  await network.close()
  await server.stop()
})

async function open(url = server.url): Promise<{ tab: CollabClient; room: CollabRoom; words: Y.Text }> {
  const { cookie } = await signIn(db, owner.id)
  const tab = openTab({ url, origin: server.origin }, { user: owner, cookie }, { compareEveryMs: 200 })
  tabs.push(tab)
  const room = await openRoom(tab, document.text)
  return { tab, room, words: room.doc.getText(TEXT_NAME) }
}

async function mismatches(): Promise<number> {
  const metric = await registry.getSingleMetric('interline_state_mismatches_total')?.get()
  return metric?.values[0]?.value ?? 0
}

async function storedText(): Promise<string> {
  return canonicalText((await loadRoom(db, document.text)).getText(TEXT_NAME))
}

const wait = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms))

test('two contents under one id are found; the copy is kept, the room is loaded anew', async () => {
  const before = await mismatches()
  const victim = await open(`ws://127.0.0.1:${network.port}/collab`)
  const twin = await open()
  await saved(victim.tab)
  // The same person's second window goes on under the same client id, while the first has no connection.
  network.cut()
  await until('the loss is shown', () => victim.tab.status.state === 'offline')
  twin.room.doc.clientID = victim.room.doc.clientID
  twin.words.insert(1, 'unlimited')
  await saved(twin.tab)
  victim.words.insert(1, 'IMPORTANT')
  network.restore()
  // For the handshake both copies look alike: this is the false "Saved" that only a comparison finds.
  await saved(victim.tab)
  const replaced: CollabRoom[] = []
  victim.tab.onReplaced((_old, fresh) => replaced.push(fresh))
  await until('the difference is found', () => replaced.length === 1, 20_000)
  expect(await mismatches()).toBe(before + 1)
  await until('the room is here again', () => replaced[0]!.status.isSynced)
  expect(canonicalText(replaced[0]!.doc.getText(TEXT_NAME))).toBe(await storedText())
  expect(victim.tab.leftBehind).toMatchObject([{ trouble: { cause: 'differed' }, rooms: [{ room: document.text }] }])
  await saved(victim.tab)
  // What is typed now arrives.
  replaced[0]!.doc.getText(TEXT_NAME).insert(1, 'again ')
  await saved(victim.tab)
  await until('the other sees it', () => twin.words.toString().includes('again '))
  expect(victim.tab.openRoom(document.text)).toBe(replaced[0])
}, 60_000)

test('a copy that was damaged in this window is found', async () => {
  const { tab, room, words } = await open()
  words.insert(1, 'Said: ')
  await saved(tab)
  const item = words._start?.right as Y.Item
  const content = item.content as Y.ContentString
  content.str = content.str.replace('Said', 'Lied')
  let isReplaced = false
  tab.onReplaced((old) => {
    isReplaced = old === room
  })
  await until('the difference is found', () => isReplaced, 20_000)
  expect(await storedText()).toMatch(/^Said: /)
}, 60_000)

test('copies that agree stay, whoever writes', async () => {
  const before = await mismatches()
  const [a, b] = [await open(), await open()]
  for (const each of [a, b]) each.tab.onReplaced(() => expect.unreachable('a room was replaced'))
  for (let i = 0; i < 60; i++) {
    const { words } = i % 2 ? a : b
    words.insert(1 + (i % 7), `w${i} `)
    if (i % 5 === 0) words.delete(3, 4)
    if (i % 9 === 0) words.format(2, 6, { bold: i % 2 ? true : null })
    await wait(20)
  }
  await wait(3500)
  expect(await mismatches()).toBe(before)
  expect(a.words.toString()).toBe(b.words.toString())
}, 60_000)
