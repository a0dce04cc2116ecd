import { afterEach, beforeEach, expect, test } from 'vitest'
import * as Y from 'yjs'
import type { CollabClient } from '#/components/collab/client.ts'
import { appendRoomUpdates } from '#/db/queries/room-log.ts'
import type { Scope } from '#/db/scope.ts'
import { canonicalText, TEXT_NAME } from '#/lib/text/flat.ts'
import { loadRoom } from '#/server/collab/room-log.ts'
import { openRoom, openTab, saved } from '#/tests/support/collab-client.ts'
import { signIn, startCollab, type TestCollab } from '#/tests/support/collab-server.ts'
import { testDatabase } from '#/tests/support/database.ts'
import { type LiveDocument, makeLiveDocument } from '#/tests/support/live-document.ts'
import { makeMember } from '#/tests/support/make-member.ts'
import { makeWorkspace } from '#/tests/support/make-workspace.ts'
import { RawClient, SYNC } from '#/tests/support/raw-client.ts'
import { until } from '#/tests/support/until.ts'

const { db, pool } = testDatabase()
let server: TestCollab
let scope: Scope
let document: LiveDocument
/** What the next commits do instead of succeeding: fail before the database has them, or after. */
let failing: () => 'before' | 'after' | null = () => null
let failures = 0
const tabs: CollabClient[] = []
const clients: RawClient[] = []

const append: typeof appendRoomUpdates = async (db, updates) => {
  const how = failing()
  if (how) failures++
  if (how === 'before') throw new Error('The database is away')
  const seqs = await appendRoomUpdates(db, updates)
  if (how === 'after') throw new Error('The database went away after it had committed')
  return seqs
}

beforeEach(async () => {
  failing = () => null
  failures = 0
  server = await startCollab(db, 0, 0, append)
  scope = (await makeWorkspace(db)).scope
  document = await makeLiveDocument(db, scope, 'Text:')
})
afterEach(async () => {
  failing = () => null
  await Promise.all(tabs.splice(0).map((tab) => tab.destroy()))
  for (const client of clients.splice(0)) client.close()
  await server.stop()
})

async function editor() {
  const { user } = await makeMember(db, scope.workspaceId, 'editor')
  return { user, cookie: (await signIn(db, user.id)).cookie }
}

async function storedText(): Promise<string> {
  return canonicalText((await loadRoom(db, document.text)).getText(TEXT_NAME))
}

test.each<[string, () => () => 'before' | 'after' | null]>([
  ['once', () => () => (failures === 0 ? 'before' : null)],
  ['once, after the database had it', () => () => (failures === 0 ? 'after' : null)],
  ['every tenth time, one way or the other', () => () => (Math.random() < 0.1 ? (Math.random() < 0.5 ? 'before' : 'after') : null)],
])('a commit that fails %s loses nothing, doubles nothing and is never called saved', { timeout: 60_000 }, async (_how, faults) => {
  const people = await Promise.all(
    [0, 1].map(async () => {
      const tab = openTab(server, await editor())
      tabs.push(tab)
      return { tab, room: await openRoom(tab, document.text) }
    }),
  )
  failing = faults()
  const words: string[] = []
  for (let at = 0; at < 60; at++) {
    const { room } = people[at % 2] as (typeof people)[number]
    const text = room.doc.getText(TEXT_NAME)
    words.push(`w${at}.`)
    text.insert(text.length, ` w${at}.`)
    if (at % 10 === 0) await new Promise((resolve) => setTimeout(resolve, 20))
  }
  await until('a commit failed', () => failures > 0 || people.every(({ tab }) => tab.status.state === 'saved'))
  failing = () => null
  await Promise.all(people.map(({ tab }) => saved(tab)))
  const stored = await storedText()
  expect(words.filter((word) => stored.split(' ').filter((each) => each === word).length !== 1)).toEqual([])
  const [a, b] = people.map(({ room }) => room.doc.getText(TEXT_NAME))
  await until('both show the same', () => a?.toString() === b?.toString())
  expect(canonicalText(a as Y.Text)).toBe(stored)
})

test('what the database had although the commit seemed to fail is shown to the others, though its sender is gone', async () => {
  const sender = new RawClient(server, (await editor()).cookie)
  const other = new RawClient(server, (await editor()).cookie)
  clients.push(sender, other)
  await Promise.all([sender.opened(), other.opened()])
  const doc = await sender.join(document.text)
  const seen = await other.join(document.text)
  await until('the text is there', () => doc.getText(TEXT_NAME).length > 1 && seen.getText(TEXT_NAME).length > 1)
  const write = (client: RawClient, copy: Y.Doc, words: string) => {
    const before = Y.encodeStateVector(copy)
    copy.getText(TEXT_NAME).insert(1, words)
    client.sync(document.text, SYNC.UPDATE, Y.encodeStateAsUpdate(copy, before))
  }
  failing = () => 'after'
  write(sender, doc, 'doubted ')
  await until('the sender is told to try again', () => sender.closedWith === 1013)
  expect(sender.statuses).not.toContain(true)
  failing = () => null
  write(other, seen, 'sure ')
  await until('the other has both', () => canonicalText(seen.getText(TEXT_NAME)).includes('doubted') && other.statuses.length > 0)
  expect(other.statuses).toEqual([true])
  expect(canonicalText(seen.getText(TEXT_NAME))).toBe(await storedText())
})

test('a database that stops answering turns people away instead of letting them wait, and nothing is written twice', async () => {
  const hold = Promise.withResolvers<void>()
  let isHeld = true
  const slow = await startCollab(db, 0, 0, async (db, updates) => {
    if (isHeld) await hold.promise
    return appendRoomUpdates(db, updates)
  })
  try {
    const tab = openTab(slow, await editor())
    tabs.push(tab)
    const room = await openRoom(tab, document.text)
    room.doc.getText(TEXT_NAME).insert(1, 'held ')
    const other = new RawClient(slow, (await editor()).cookie)
    clients.push(other)
    await other.opened()
    const doc = await other.join(document.text)
    await until('the text is there', () => doc.getText(TEXT_NAME).length > 1)
    const before = Y.encodeStateVector(doc)
    doc.getText(TEXT_NAME).insert(1, 'turned away ')
    other.sync(document.text, SYNC.UPDATE, Y.encodeStateAsUpdate(doc, before))
    await until('the other is told to try again', () => other.closedWith === 1013, 15_000)
    expect(tab.status).toMatchObject({ kept: 1 })
    expect(tab.status.state).not.toBe('saved')
    isHeld = false
    hold.resolve()
    await until('it is saved after all', () => tab.status.state === 'saved' && tab.status.kept === 0, 20_000)
    expect((await storedText()).match(/held/g)).toHaveLength(1)
    const { rows } = await pool.query('select 1 from room_clients where room = $1', [document.text])
    expect(rows).toHaveLength(1)
  } finally {
    hold.resolve()
    await Promise.all(tabs.splice(0).map((tab) => tab.destroy()))
    await slow.stop()
  }
}, 60_000)
