import { afterEach, beforeEach, expect, test } from 'vitest'
import * as Y from 'yjs'
import type { MemberRole } from '#/lib/access/roles.ts'
import { captureQuote, captureRuns } from '#/lib/anchor/capture.ts'
import { buildIdIndex } from '#/lib/anchor/id-index.ts'
import { createAnnotation, setTheme } from '#/lib/annotation/commands.ts'
import { readAnnotations } from '#/lib/annotation/layer.ts'
import { newId } from '#/lib/id.ts'
import { canonicalText, TEXT_NAME } from '#/lib/text/flat.ts'
import { loadRoom } from '#/server/collab/room-log.ts'
import { signIn, startCollab, type TestCollab } from '#/tests/support/collab-server.ts'
import { testDatabase } from '#/tests/support/database.ts'
import { type LiveDocument, makeLiveDocument } from '#/tests/support/live-document.ts'
import { makeMember } from '#/tests/support/make-member.ts'
import type { TestUser } from '#/tests/support/make-user.ts'
import { makeWorkspace } from '#/tests/support/make-workspace.ts'
import { MESSAGE, RawClient, SYNC } from '#/tests/support/raw-client.ts'
import { until } from '#/tests/support/until.ts'

const { db, pool } = testDatabase()
let server: TestCollab
let workspaceId: string
let owner: TestUser
let document: LiveDocument
const clients: RawClient[] = []

beforeEach(async () => {
  server = await startCollab(db)
  const workspace = await makeWorkspace(db)
  owner = workspace.owner
  workspaceId = workspace.scope.workspaceId
  document = await makeLiveDocument(db, workspace.scope)
})
afterEach(async () => {
  for (const client of clients.splice(0)) client.close()
  await server.stop()
})

async function connect(user: TestUser): Promise<RawClient> {
  const client = new RawClient(server, (await signIn(db, user.id)).cookie)
  clients.push(client)
  await client.opened()
  return client
}

async function connectAs(role: MemberRole): Promise<{ client: RawClient; user: TestUser }> {
  const { user } = await makeMember(db, workspaceId, role)
  return { client: await connect(user), user }
}

/** What one change of a document looks like on the wire. */
function change(doc: Y.Doc, edit: () => void): Uint8Array {
  const before = Y.encodeStateVector(doc)
  edit()
  return Y.encodeStateAsUpdate(doc, before)
}

function tag(text: Y.Doc, layer: Y.Doc, userId: string): string {
  const words = text.getText(TEXT_NAME)
  const canonical = canonicalText(words)
  const [start, end] = [4, 12]
  const passage = { runs: captureRuns(buildIdIndex(words), start, end), quote: captureQuote(canonical, start, end) }
  return createAnnotation(layer, { userId, ...passage, actors: [{ actorId: newId(), role: 'source' }], themes: [] }, 'test')
}

async function logged(room: string): Promise<number> {
  const { rows } = await pool.query('select count(*)::int as rows from room_updates where room = $1', [room])
  return rows[0].rows
}

test.each<[MemberRole, string, (client: RawClient, room: string, update: Uint8Array) => void]>([
  ['coder', 'an update', (client, room, update) => client.sync(room, SYNC.UPDATE, update)],
  ['coder', 'a second sync step', (client, room, update) => client.sync(room, SYNC.STEP_2, update)],
  ['coder', 'an update as a sync reply', (client, room, update) => client.sync(room, SYNC.UPDATE, update, MESSAGE.SYNC_REPLY)],
  ['coder', 'a second step as a sync reply', (client, room, update) => client.sync(room, SYNC.STEP_2, update, MESSAGE.SYNC_REPLY)],
  ['commenter', 'an update', (client, room, update) => client.sync(room, SYNC.UPDATE, update)],
  ['viewer', 'an update', (client, room, update) => client.sync(room, SYNC.UPDATE, update)],
  ['viewer', 'a second sync step', (client, room, update) => client.sync(room, SYNC.STEP_2, update)],
])('a %s cannot change the text with %s', async (role, _what, attack) => {
  const { client } = await connectAs(role)
  const doc = await client.join(document.text)
  const witness = await connect(owner)
  const seen = await witness.join(document.text)
  await until('the text is there', () => doc.getText(TEXT_NAME).length > 1)
  attack(
    client,
    document.text,
    change(doc, () => doc.getText(TEXT_NAME).insert(1, 'FORGED')),
  )
  await until('the server answered', () => client.statuses.length === 1)
  expect(client.statuses).toEqual([false])
  // The next honest change travels, so the forged one would have too.
  witness.sync(
    document.text,
    SYNC.UPDATE,
    change(seen, () => seen.getText(TEXT_NAME).insert(1, 'honest ')),
  )
  await until('the honest change was taken', () => witness.statuses.length === 1)
  const stored = await loadRoom(db, document.text)
  expect(canonicalText(stored.getText(TEXT_NAME))).toBe('honest The Pentagon said the hotline with Russia is open.')
  expect(await logged(document.text)).toBe(2)
})

test('what a reader sends is acknowledged when it holds nothing new, and only then', async () => {
  const { client } = await connectAs('viewer')
  const doc = await client.join(document.text)
  await until('the text is there', () => doc.getText(TEXT_NAME).length > 1)
  client.sync(document.text, SYNC.UPDATE, Y.encodeStateAsUpdate(doc))
  const forged = change(doc, () => doc.getText(TEXT_NAME).delete(1, 3))
  client.sync(document.text, SYNC.UPDATE, forged)
  client.sync(document.text, SYNC.STEP_2, forged)
  await until('the server answered', () => client.statuses.length === 3)
  expect(client.statuses).toEqual([true, false, false])
  expect(await logged(document.text)).toBe(1)
})

test('an update for the text sent under the name of the layer changes neither', async () => {
  const { client } = await connectAs('coder')
  const text = await client.join(document.text)
  await client.join(document.layer)
  await until('the text is there', () => text.getText(TEXT_NAME).length > 1)
  client.sync(
    document.layer,
    SYNC.UPDATE,
    change(text, () => text.getText(TEXT_NAME).insert(1, 'FORGED')),
  )
  await until('the server answered', () => client.statuses.length === 1)
  expect(client.statuses).toEqual([false])
  expect(await logged(document.layer)).toBe(0)
  expect(await logged(document.text)).toBe(1)
})

test('a coder tags, and everybody sees whose tag it is', async () => {
  const { client, user } = await connectAs('coder')
  const text = await client.join(document.text)
  const layer = await client.join(document.layer)
  const witness = await connect(owner)
  const seen = await witness.join(document.layer)
  await until('the text is there', () => text.getText(TEXT_NAME).length > 1)
  client.sync(
    document.layer,
    SYNC.UPDATE,
    change(layer, () => tag(text, layer, user.id)),
  )
  await until('it was taken', () => client.statuses.length === 1)
  expect(client.statuses).toEqual([true])
  await until('the other sees it', () => readAnnotations(seen).length === 1)
  expect(readAnnotations(seen)[0]).toMatchObject({ by: user.id, quote: { exact: 'Pentagon' } })
  const { rows } = await pool.query('select user_id from room_updates where room = $1', [document.layer])
  expect(rows).toEqual([{ user_id: user.id }])
})

test('a coder cannot tag in the name of someone else, nor change what someone else tagged', async () => {
  const { client } = await connectAs('coder')
  const text = await client.join(document.text)
  const layer = await client.join(document.layer)
  const author = await connect(owner)
  const authorText = await author.join(document.text)
  const authorLayer = await author.join(document.layer)
  await until('the text is there', () => text.getText(TEXT_NAME).length > 1 && authorText.getText(TEXT_NAME).length > 1)

  client.sync(
    document.layer,
    SYNC.UPDATE,
    change(new Y.Doc(), () => {}),
  )
  const forged = new Y.Doc()
  client.sync(
    document.layer,
    SYNC.UPDATE,
    change(forged, () => tag(text, forged, owner.id)),
  )
  await until('the server answered', () => client.statuses.length === 2)
  expect(client.statuses).toEqual([true, false])
  expect(client.stateless.map((payload) => JSON.parse(payload).type)).toEqual(['rejected'])

  let id = ''
  author.sync(
    document.layer,
    SYNC.UPDATE,
    change(authorLayer, () => {
      id = tag(authorText, authorLayer, owner.id)
    }),
  )
  await until('the coder sees the tag', () => readAnnotations(layer).length === 1)
  client.sync(
    document.layer,
    SYNC.UPDATE,
    change(layer, () => setTheme(layer, id, newId(), 'supports', owner.id, 'test')),
  )
  await until('the server answered', () => client.statuses.length === 3)
  expect(client.statuses[2]).toBe(false)
  expect(await logged(document.layer)).toBe(1)
})

test('nobody can write under the client id of someone else', async () => {
  const first = await connect(owner)
  const second = await connectAs('editor')
  const doc = await first.join(document.text)
  const copy = await second.client.join(document.text)
  await until('the text is there', () => doc.getText(TEXT_NAME).length > 1 && copy.getText(TEXT_NAME).length > 1)
  first.sync(
    document.text,
    SYNC.UPDATE,
    change(doc, () => doc.getText(TEXT_NAME).insert(1, 'x')),
  )
  await until('the other sees it', () => copy.getText(TEXT_NAME).toString().startsWith('\nx'))
  copy.clientID = doc.clientID
  second.client.sync(
    document.text,
    SYNC.UPDATE,
    change(copy, () => copy.getText(TEXT_NAME).insert(1, 'FORGED')),
  )
  await until('the server answered', () => second.client.statuses.length === 1)
  expect(second.client.statuses).toEqual([false])
  // The rule holds after the room was closed and opened again, too.
  first.close()
  second.client.close()
  const again = await connect(second.user)
  await again.join(document.text)
  again.sync(document.text, SYNC.UPDATE, Y.encodeStateAsUpdate(copy))
  await until('the server answered', () => again.statuses.length === 1)
  expect(again.statuses).toEqual([false])
})

test('rooms of other workspaces, binned documents and rooms that do not exist are refused alike', async () => {
  const { client } = await connectAs('viewer')
  const other = await makeWorkspace(db)
  const foreign = await makeLiveDocument(db, other.scope)
  const binned = await makeLiveDocument(db, (await makeMember(db, workspaceId, 'editor')).scope)
  await pool.query('update documents set deleted_at = now() where id = $1', [binned.id])
  const names = [foreign.text, foreign.layer, `workspace/${other.scope.workspaceId}`, binned.text, binned.layer, `text/${newId()}`]
  for (const [at, name] of names.entries()) {
    client.authenticate(name)
    await until(`${name} is refused`, () => client.denied.length === at + 1)
  }
  expect(new Set(client.denied)).toEqual(new Set(['not-found']))
  expect(client.granted).toEqual([])
})

test.each(['text/../../etc/passwd', 'constructor', '__proto__', '', ' ', 'text/', 'x'.repeat(1000)])(
  '%j is no room, and whoever asks for it is let go',
  async (name) => {
    const { client } = await connectAs('owner')
    client.authenticate(name)
    await until('the server closed the socket', () => client.closedWith !== null)
    expect(client.closedWith).toBe(1007)
  },
)

test('a blind layer opens for its analyst alone', async () => {
  const { client, user } = await connectAs('coder')
  const layerId = newId()
  await pool.query(`insert into layers (id, workspace_id, document_id, kind, owner_id) values ($1, $2, $3, 'blind', $4)`, [
    layerId,
    workspaceId,
    document.id,
    user.id,
  ])
  await client.join(`layer/${layerId}`)
  const curious = await connect(owner)
  curious.authenticate(`layer/${layerId}`)
  await until('it is refused', () => curious.denied.length === 1)
})

test('a workspace room takes no content and repeats nothing that clients say', async () => {
  const { client } = await connectAs('editor')
  const witness = await connect(owner)
  const room = `workspace/${workspaceId}`
  await client.join(room)
  const seen = await witness.join(room)
  const doc = new Y.Doc()
  client.sync(
    room,
    SYNC.UPDATE,
    change(doc, () => doc.getMap('x').set('y', 1)),
  )
  await until('the server answered', () => client.statuses.length === 1)
  expect(client.statuses).toEqual([false])
  const say = (encoder: Parameters<Parameters<RawClient['send']>[2]>[0]) => {
    for (const byte of [3, 120, 120, 120]) encoder.cbuf[encoder.cpos++] = byte
  }
  client.send(room, MESSAGE.STATELESS, say)
  client.send(room, MESSAGE.BROADCAST_STATELESS, say)
  await until('the server closed the socket', () => client.closedWith !== null)
  expect(client.closedWith).toBe(1007)
  server.collab.notifyWorkspace(workspaceId, { type: 'changed', what: 'actors' })
  await until('the notice came', () => witness.stateless.length > 0)
  expect(witness.stateless).toEqual(['{"type":"changed","what":"actors"}'])
  expect(seen.share.size).toBe(0)
  expect(await logged(room)).toBe(0)
})

test('what is no update closes the socket of its sender and harms nobody', async () => {
  const { client } = await connectAs('editor')
  await client.join(document.text)
  client.sync(document.text, SYNC.UPDATE, new Uint8Array([1, 2, 3, 255, 255, 255, 255, 255]))
  await until('the server closed the socket', () => client.closedWith !== null)
  expect(client.closedWith).toBe(1007)
  expect(await logged(document.text)).toBe(1)
  const witness = await connect(owner)
  const doc = await witness.join(document.text)
  await until('the text is there', () => doc.getText(TEXT_NAME).length > 1)
})
