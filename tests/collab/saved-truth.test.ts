import { afterEach, beforeEach, expect, test } from 'vitest'
import type { CollabClient } from '#/components/collab/client.ts'
import { captureQuote, captureRuns } from '#/lib/anchor/capture.ts'
import { buildIdIndex } from '#/lib/anchor/id-index.ts'
import { createAnnotation, deleteAnnotation } from '#/lib/annotation/commands.ts'
import { unsavedWords } from '#/lib/collab/unsaved-work.ts'
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
import { SavedWatch } from '#/tests/support/saved-watch.ts'
import { type TcpProxy, tcpProxy } from '#/tests/support/tcp-proxy.ts'
import { until } from '#/tests/support/until.ts'

/** SAVED_ROUNDS=100 for the figure in the record of decisions. */
const ROUNDS = Number(process.env.SAVED_ROUNDS ?? 6)
const LATENCY_MS = 150
const SESSION_LOOKUP_MS = 300

const { db, pool } = testDatabase()
let server: TestCollab
let network: TcpProxy
let workspaceId: string
let owner: TestUser
let document: LiveDocument
const tabs: CollabClient[] = []

beforeEach(async () => {
  server = await startCollab(db, 0, SESSION_LOOKUP_MS)
  const workspace = await makeWorkspace(db)
  owner = workspace.owner
  workspaceId = workspace.scope.workspaceId
  document = await makeLiveDocument(db, workspace.scope)
})
afterEach(async () => {
  await Promise.all(tabs.splice(0).map((tab) => tab.destroy()))
  await network.close()
  await server.stop()
})

async function open(user = owner, delayMs = 0): Promise<CollabClient> {
  network = await tcpProxy(Number(new URL(server.url).port), delayMs)
  const url = `ws://127.0.0.1:${network.port}/collab`
  const tab = openTab({ url, origin: server.origin }, { user, cookie: (await signIn(db, user.id)).cookie })
  tabs.push(tab)
  return tab
}

const wait = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms))

test(
  '"Saved" is not said for a millisecond while something typed is not in the log',
  async () => {
    const seed = Number(process.env.SEED ?? Date.now() % 1_000_000)
    let state = seed
    const random = (below: number) => {
      state = (Math.imul(state, 1664525) + 1013904223) >>> 0
      return Math.floor((state / 2 ** 32) * below)
    }
    const tab = await open(owner, LATENCY_MS)
    const room = await openRoom(tab, document.text)
    await saved(tab)
    const watch = new SavedWatch(tab, room.doc.getText(TEXT_NAME), pool, document.text)
    for (let round = 0; round < ROUNDS; round++) {
      network.cut()
      for (let i = random(8); i >= 0; i--) watch.type()
      await wait(random(300))
      network.restore()
      // Typing goes on through connecting, authentication and handshake; now and then the network goes again.
      const typing = setInterval(() => watch.type(), 5 + random(40))
      await wait(200 + random(1500))
      if (random(3) === 0) {
        network.cut()
        await wait(random(200))
        network.restore()
      }
      await wait(random(400))
      clearInterval(typing)
      await until('it says saved', () => tab.status.state === 'saved', 30_000)
      await wait(random(100))
    }
    expect(watch.isLogged, `seed ${seed}`).toBe(true)
    const report = await watch.end()
    expect(report, `seed ${seed}`).toMatchObject({ falseSavedMs: 0 })
    expect(report.claims).toBeGreaterThanOrEqual(ROUNDS)
    console.log(`${ROUNDS} rounds, ${report.typed} words, ${report.claims} times "Saved", ${report.falseSavedMs} ms false; seed ${seed}`)
  },
  60_000 + ROUNDS * 10_000,
)

test('work in a document that was deleted meanwhile is never called saved, and is handed over', async () => {
  const tab = await open()
  const room = await openRoom(tab, document.text)
  await saved(tab)
  network.cut()
  room.doc.getText(TEXT_NAME).insert(1, 'Unheard: ')
  await pool.query('update documents set deleted_at = now() where id = $1', [document.id])
  network.restore()
  await until('the room is denied', () => room.status.isDenied)
  expect(tab.status).toMatchObject({ state: 'refused', kept: 1, trouble: { cause: 'denied' } })
  const [unsaved] = tab.unsavedRooms()
  const words = unsavedWords('The document was deleted.', [unsaved!.unsaved()])
  expect(words).toContain('What you wrote:\n\nUnheard: ')
  expect(words).toContain('Unheard: The Pentagon said')
  // Back from the bin, it is sent after all.
  await pool.query('update documents set deleted_at = null where id = $1', [document.id])
  network.cut()
  network.restore()
  await saved(tab)
  expect(canonicalText((await loadRoom(db, document.text)).getText(TEXT_NAME))).toMatch(/^Unheard: /)
})

test('a change that was refused is not acknowledged by a later one that would be taken', async () => {
  const { user } = await makeMember(db, workspaceId, 'coder')
  const tab = await open(user)
  const text = await openRoom(tab, document.text)
  const layer = await openRoom(tab, document.layer)
  const words = text.doc.getText(TEXT_NAME)
  const passage = { runs: captureRuns(buildIdIndex(words), 4, 12), quote: captureQuote(canonicalText(words), 4, 12) }
  const statement = { ...passage, actors: [{ actorId: newId(), role: 'source' as const }], themes: [] }
  const mine = createAnnotation(layer.doc, { userId: user.id, ...statement }, 'test')
  await saved(tab)
  createAnnotation(layer.doc, { userId: owner.id, ...statement }, 'test')
  await until('it is refused', () => tab.status.state === 'refused')
  deleteAnnotation(layer.doc, mine, user.id, 'test')
  await wait(300)
  expect(tab.status).toMatchObject({ state: 'refused', kept: 2, trouble: { cause: 'refused' } })
  expect(layer.unsaved().changes).toHaveLength(2)
  await tab.setAside('refused')
  expect(tab.leftBehind).toMatchObject([{ changes: 2, isStored: false, trouble: { cause: 'refused' } }])
  expect(tab.status.kept).toBe(0)
})

test('5,000 changes made offline and somebody else’s come together', async () => {
  const other = openTab(server, { user: owner, cookie: (await signIn(db, owner.id)).cookie })
  tabs.push(other)
  const theirs = await openRoom(other, document.text)
  const tab = await open()
  const room = await openRoom(tab, document.text)
  await saved(tab)
  network.cut()
  await until('the loss is shown', () => tab.status.state === 'offline')
  const words = room.doc.getText(TEXT_NAME)
  for (let i = 0; i < 5000; i++) words.insert(words.length, i % 10 === 9 ? ' ' : 'a')
  for (let i = 0; i < 500; i++) theirs.doc.getText(TEXT_NAME).insert(1, i % 10 === 9 ? ' ' : 'b')
  expect(tab.status).toEqual({ state: 'offline', kept: 5000 })
  await saved(other)
  network.restore()
  const since = performance.now()
  await saved(tab)
  console.log(`5,000 changes were merged and saved in ${Math.round(performance.now() - since)} ms`)
  await until('both see the same', () => words.toString() === theirs.doc.getText(TEXT_NAME).toString())
  const stored = (await loadRoom(db, document.text)).getText(TEXT_NAME).toString()
  expect(stored).toBe(words.toString())
  expect(stored.match(/a/g)?.length).toBeGreaterThanOrEqual(4500)
}, 60_000)
