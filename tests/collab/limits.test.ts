import { connect as connectTcp } from 'node:net'
import { afterEach, beforeEach, expect, test } from 'vitest'
import * as Y from 'yjs'
import type { Scope } from '#/db/scope.ts'
import { TEXT_NAME } from '#/lib/text/flat.ts'
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
const clients: RawClient[] = []

beforeEach(async () => {
  server = await startCollab(db)
  scope = (await makeWorkspace(db)).scope
  document = await makeLiveDocument(db, scope, 'Text:')
})
afterEach(async () => {
  for (const client of clients.splice(0)) client.close()
  await server.stop()
})

async function editor() {
  const { user } = await makeMember(db, scope.workspaceId, 'editor')
  const { cookie } = await signIn(db, user.id)
  const connect = async () => {
    const client = new RawClient(server, cookie)
    clients.push(client)
    await client.opened()
    const doc = await client.join(document.text)
    await until('the text is there', () => doc.getText(TEXT_NAME).length > 1)
    return { client, doc }
  }
  return { user, cookie, connect }
}

function change(doc: Y.Doc, words: string): Uint8Array {
  const before = Y.encodeStateVector(doc)
  doc.getText(TEXT_NAME).insert(1, words)
  return Y.encodeStateAsUpdate(doc, before)
}

const rejections = (client: RawClient) => client.stateless.map((payload) => JSON.parse(payload).reason as string)

test('two hundred client ids of one person a day, and no more in one document', async () => {
  const { user, connect } = await editor()
  await pool.query(
    `insert into room_clients (room, client_id, workspace_id, user_id, at)
     select $1, n, $2, $3, now() - case when n <= 5 then interval '25 hours' else interval '1 hour' end from generate_series(1, 203) n`,
    [document.text, scope.workspaceId, user.id],
  )
  for (const [at, taken] of [true, true, false].entries()) {
    const { client, doc } = await connect()
    client.sync(document.text, SYNC.UPDATE, change(doc, `tab ${at} `))
    await until('the server answered', () => client.statuses.length === 1)
    expect(client.statuses).toEqual([taken])
    if (!taken) expect(rejections(client)).toEqual([expect.stringContaining('too many tabs')])
  }
  // Somebody else may go on.
  const other = await (await editor()).connect()
  other.client.sync(document.text, SYNC.UPDATE, change(other.doc, 'other '))
  await until('the server answered', () => other.client.statuses.length === 1)
  expect(other.client.statuses).toEqual([true])
})

test('a document grows to 20 MB and no further, can be shortened then, and says so in words', { timeout: 120_000 }, async () => {
  const { client, doc } = await (await editor()).connect()
  const large = 'x'.repeat(1_900_000)
  for (let at = 0; at < 11; at++) {
    client.sync(document.text, SYNC.UPDATE, change(doc, large))
    await until('the server answered', () => client.statuses.length === at + 1)
  }
  expect(client.statuses.lastIndexOf(true)).toBe(10)
  client.sync(document.text, SYNC.UPDATE, change(doc, large))
  await until('the server answered', () => client.statuses.length === 12)
  expect(client.statuses.at(-1)).toBe(false)
  expect(rejections(client)).toEqual([expect.stringContaining('largest size, 20 MB')])
  const { client: again, doc: fresh } = await (await editor()).connect()
  await until('all of it is there', () => fresh.getText(TEXT_NAME).length > 20_000_000, 60_000)
  const before = Y.encodeStateVector(fresh)
  fresh.getText(TEXT_NAME).delete(1, 1000)
  again.sync(document.text, SYNC.UPDATE, Y.encodeStateAsUpdate(fresh, before))
  await until('the server answered', () => again.statuses.length === 1)
  expect(again.statuses).toEqual([true])
})

test('changes that build on what is missing are refused for a fraction of what applying them would cost', async () => {
  const { client, doc } = await (await editor()).connect()
  change(doc, 'never sent ')
  const updates = Array.from({ length: 60 }, (_, at) => change(doc, `w${at} `))
  const cpu = process.cpuUsage()
  for (const update of updates) client.sync(document.text, SYNC.UPDATE, update)
  await until('the server answered', () => client.statuses.length === updates.length)
  const { user, system } = process.cpuUsage(cpu)
  expect(client.statuses).not.toContain(true)
  expect(rejections(client)[0]).toContain('missing')
  // Client and server of this process together, each 50 ms at most.
  expect((user + system) / 1000 / updates.length).toBeLessThan(50)
  const { rows } = await pool.query('select count(*)::int as rows from room_updates where room = $1', [document.text])
  expect(rows).toEqual([{ rows: 1 }])
})

test('a flood of changes is slowed down, not lost, and others do not wait for it', { timeout: 60_000 }, async () => {
  const flooder = await (await editor()).connect()
  const other = await (await editor()).connect()
  const since = performance.now()
  for (let at = 0; at < 240; at++) flooder.client.sync(document.text, SYNC.UPDATE, change(flooder.doc, 'f'))
  other.client.sync(document.text, SYNC.UPDATE, change(other.doc, 'honest '))
  await until('the other is saved', () => other.client.statuses.length === 1)
  expect(flooder.client.statuses.length).toBeLessThan(240)
  await until('the flood is written', () => flooder.client.statuses.length === 240)
  expect(flooder.client.statuses).not.toContain(false)
  // 200 at once, two more for opening the room, the rest at 40 a second.
  expect(performance.now() - since).toBeGreaterThan(900)
})

test('who does not read what is sent is let go, and those who read get all of it', { timeout: 60_000 }, async () => {
  const deaf = await (await editor()).connect()
  const writer = await (await editor()).connect()
  const reader = await (await editor()).connect()
  // What arrives stays in the socket: nobody takes it out.
  ;(deaf.client.ws as unknown as { _socket: { pause(): void } })._socket.pause()
  const large = 'y'.repeat(1_000_000)
  for (let at = 0; at < 16; at++) {
    writer.client.sync(document.text, SYNC.UPDATE, change(writer.doc, large))
    await until('it is saved', () => writer.client.statuses.length === at + 1)
  }
  await until('the reader has it all', () => reader.doc.getText(TEXT_NAME).length > 16_000_000, 30_000)
  ;(deaf.client.ws as unknown as { _socket: { resume(): void } })._socket.resume()
  await until('the deaf one was cut off', () => deaf.client.closedWith !== null)
  expect(deaf.client.closedWith).toBe(1006)
  expect(reader.client.closedWith).toBeNull()
})

test('one address has fifty sockets looked up at the same time, and no more', async () => {
  const slow = await startCollab(db, 0, 1500)
  const { cookie } = await editor()
  const status = () =>
    new Promise<number>((resolve) => {
      const socket = connectTcp(Number(new URL(slow.url).port), '127.0.0.1')
      socket.on('error', () => {})
      socket.once('data', (data) => {
        resolve(Number(data.toString('latin1').split(' ')[1]))
        socket.destroy()
      })
      const headers = [
        'Upgrade: websocket',
        'Connection: Upgrade',
        'Sec-WebSocket-Version: 13',
        'Sec-WebSocket-Key: AAAAAAAAAAAAAAAAAAAAAA==',
      ]
      const lines = ['GET /collab HTTP/1.1', 'Host: interline.test', `Origin: ${slow.origin}`, `Cookie: ${cookie}`, ...headers]
      socket.write(`${lines.join('\r\n')}\r\n\r\n`)
    })
  const statuses = await Promise.all(Array.from({ length: 60 }, status))
  expect(statuses.filter((each) => each === 429)).toHaveLength(10)
  expect(statuses.filter((each) => each === 101)).toHaveLength(50)
  await slow.stop()
})
