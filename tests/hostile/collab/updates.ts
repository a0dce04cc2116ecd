import { createEncoder, toUint8Array, writeUint8, writeVarString, writeVarUint } from 'lib0/encoding'
import * as Y from 'yjs'
import { newId } from '#/lib/id.ts'
import { TEXT_NAME } from '#/lib/text/flat.ts'
import { type RawClient, SYNC } from '#/tests/support/raw-client.ts'
import { until } from '#/tests/support/until.ts'
import type { PartOptions, Row } from '../row.ts'
import { row } from '../row.ts'
import type { SitePerson } from './people-the-site.ts'
import { copyOf, joined } from './rights.ts'
import type { Site } from './site.ts'

/** Most processor time a refusal may cost the server, ms. */
const MOST_CPU_MS = 50

interface Target {
  doc: Y.Doc
  /** A Yjs client id that somebody else writes with, and how far they are. */
  victim: { clientId: number; clock: number }
  attacker: SitePerson
  victimUser: SitePerson
}

type Forgery = (target: Target) => Uint8Array

/** What an editor, who may write, must not be able to write into a text. */
const IN_TEXT: Record<string, Forgery> = {
  "somebody else's client id": ({ doc, victim }) => as(doc, victim.clientId, (copy) => copy.getText(TEXT_NAME).insert(1, 'EQUIVOCATION')),
  "another's future as deleted structs (14 bytes)": ({ victim }) => gcStruct(victim.clientId, victim.clock, 2 ** 50),
  'a new client whose first struct is deleted and 2^50 long': () => gcStruct(77_001, 0, 2 ** 50),
  'changes that build on ones that are missing': ({ doc }) => missingGround(doc, 1),
  'two thousand of those in one': ({ doc }) => missingGround(doc, 2000),
  'five thousand nested elements': () => other((doc) => nest(doc, 5000)),
  'a value nested two hundred thousand deep': () => nestedValue(200_000),
  'a hundred thousand root keys': () => manyRoots(100_000),
  'keys named __proto__ and constructor': () =>
    other((doc) => {
      doc.getMap('__proto__').set('isAdmin', true)
      doc.getMap('alias').set('__proto__', { isAdmin: true })
      doc.getMap('constructor').set('prototype', 1)
    }),
  'a document inside the document': () => other((doc) => doc.getMap('alias').set('sub', new Y.Doc())),
  'words before the first paragraph mark': ({ doc }) => as(doc, 77_002, (copy) => copy.getText(TEXT_NAME).insert(0, 'BEFORE')),
  'the first paragraph mark deleted': ({ doc }) => as(doc, 77_003, (copy) => copy.getText(TEXT_NAME).delete(0, 1)),
  'a script as a link': ({ doc }) => as(doc, 77_004, (copy) => copy.getText(TEXT_NAME).format(1, 3, { link: 'javascript:alert(1)' })),
  'a format nobody knows': ({ doc }) => as(doc, 77_005, (copy) => copy.getText(TEXT_NAME).format(1, 3, { onclick: 'x' })),
  'an embedded object': ({ doc }) => as(doc, 77_006, (copy) => copy.getText(TEXT_NAME).insertEmbed(1, { image: 'http://evil.example' })),
  'bytes that are no update': () => new Uint8Array([255, 255, 255, 255, 255, 255, 1, 2, 3]),
  'an update in the other encoding (V2)': ({ doc }) => Y.encodeStateAsUpdateV2(copyOf(doc)),
  'five hundred new clients at once': ({ doc }) => crowdOfClients(doc, 500),
}

/** The same for a layer: statements are signed. */
const IN_LAYER: Record<string, Forgery> = {
  'a statement signed by somebody else': ({ victimUser }) =>
    other((doc) => doc.getMap('annotation').set(newId(), { v: 1, r: [[1, 0, 4]], q: quote(), by: victimUser.user.id, at: 1 })),
  'a memo in the name of somebody else': ({ victimUser }) =>
    other((doc) => doc.getMap('memo').set(`${newId()}|${victimUser.user.id}`, { text: 'x', by: victimUser.user.id, at: 1 })),
  'a statement with more in it than statements have': ({ attacker }) =>
    other((doc) => doc.getMap('annotation').set(newId(), { v: 1, r: [[1, 0, 4]], q: quote(), by: attacker.user.id, at: 1, __proto__x: 1 })),
  'a statement under a key that is none': ({ attacker }) =>
    other((doc) => doc.getMap('annotation').set('__proto__', { v: 1, r: [[1, 0, 4]], q: quote(), by: attacker.user.id, at: 1 })),
  'a memo of a megabyte': ({ attacker }) =>
    other((doc) => doc.getMap('memo').set(`${newId()}|${attacker.user.id}`, { text: 'x'.repeat(1 << 20), by: attacker.user.id, at: 1 })),
  'nested maps in a layer': () => other((doc) => nest(doc, 100)),
}

export async function updateRows(site: Site, { isShort, totals }: PartOptions): Promise<Row[]> {
  const times = isShort ? 1 : 10
  const rows: Row[] = []
  const parts = [
    { forgeries: IN_TEXT, room: site.own.document.text },
    { forgeries: IN_LAYER, room: site.own.document.layer },
  ]
  for (const { forgeries, room } of parts) {
    const target = await prepare(site, room)
    for (const [what, forge] of Object.entries(forgeries)) rows.push(await tryForgery(site, { what, forge, room, times, target }, totals))
  }
  return rows
}

/** Lets the victim write, so that there is a client id to steal. */
async function prepare(site: Site, room: string): Promise<Target> {
  const [attacker, victimUser] = site.own.editors as [SitePerson, SitePerson]
  const text = site.own.document.text
  const clientId = room === text ? 70_001 : 70_002
  const { client, doc } = await joined(site, victimUser, text)
  client.sync(
    text,
    SYNC.UPDATE,
    as(doc, clientId, (copy) => copy.getText(TEXT_NAME).insert(1, 'The victim. ')),
  )
  await until('the victim has written', () => client.statuses.includes(true))
  client.close()
  const { client: again, doc: after } = await joined(site, victimUser, text)
  again.close()
  const clock = Y.getState(after.store, clientId)
  if (clock === 0) throw new Error('The victim wrote nothing')
  return { doc: room === text ? after : new Y.Doc(), victim: { clientId, clock }, attacker, victimUser }
}

interface Trial {
  what: string
  forge: Forgery
  room: string
  times: number
  target: Target
}

async function tryForgery(site: Site, { what, forge, room, times, target }: Trial, totals: PartOptions['totals']): Promise<Row> {
  const wrong: string[] = []
  const cpu: number[] = []
  const before = await site.ask({ ask: 'room', room })
  const update = forge(target)
  for (let i = 0; i < times + 2; i++) {
    const { client } = await joined(site, target.attacker, room)
    const began = await site.ask({ ask: 'cpu' })
    client.sync(room, SYNC.UPDATE, update)
    const verdict = await answered(client)
    cpu.push((await site.ask({ ask: 'cpu' })) - began)
    if (verdict === 'silence') wrong.push('no answer')
    client.close()
  }
  const after = await site.ask({ ask: 'room', room })
  if (after.rows !== before.rows || !Buffer.from(after.state).equals(Buffer.from(before.state))) {
    wrong.push('the document changed')
    totals.stateChanges++
  }
  // Other work falls on the same process: the cheapest of some tries is what a refusal costs.
  const cheapest = Math.min(...cpu)
  if (cheapest > MOST_CPU_MS) wrong.push(`${cheapest.toFixed(0)} ms of processor time`)
  const kind = room.split('/')[0]
  return row(
    `${kind}: ${what}`,
    cpu.length,
    'refused or without effect, in 50 ms of processor time; the same bytes',
    wrong,
    `${cheapest.toFixed(0)} ms`,
  )
}

async function answered(client: RawClient): Promise<'taken' | 'refused' | 'silence'> {
  const isOver = () => client.statuses.length > 0 || client.closedWith !== null
  await until('it was answered', isOver, 15_000).catch(() => {})
  if (client.statuses.includes(true)) return 'taken'
  return isOver() ? 'refused' : 'silence'
}

const quote = () => ({ exact: 'x', prefix: '', suffix: '' })

/** What a client with this id would send for a change of a document. */
function as(doc: Y.Doc, clientId: number, edit: (copy: Y.Doc) => void): Uint8Array {
  const copy = copyOf(doc)
  copy.clientID = clientId
  const before = Y.encodeStateVector(copy)
  edit(copy)
  return Y.encodeStateAsUpdate(copy, before)
}

/** A change that needs nothing of the document. */
function other(edit: (doc: Y.Doc) => void): Uint8Array {
  const doc = new Y.Doc()
  edit(doc)
  return Y.encodeStateAsUpdate(doc)
}

function nest(doc: Y.Doc, depth: number): void {
  let inner = new Y.Map<unknown>()
  doc.getMap('alias').set('deep', inner)
  for (let i = 0; i < depth; i++) {
    const next = new Y.Map<unknown>()
    inner.set('x', next)
    inner = next
  }
}

/** One struct of a client: nothing, so many characters long. */
function gcStruct(clientId: number, clock: number, length: number): Uint8Array {
  const encoder = createEncoder()
  for (const value of [1, 1, clientId, clock]) writeVarUint(encoder, value)
  writeUint8(encoder, 0)
  writeVarUint(encoder, length)
  writeVarUint(encoder, 0)
  return toUint8Array(encoder)
}

/** Only the last of several changes that follow each other, of so many clients. */
function missingGround(doc: Y.Doc, clients: number): Uint8Array {
  const updates: Uint8Array[] = []
  for (let i = 0; i < clients; i++) {
    const copy = clients === 1 ? copyOf(doc) : new Y.Doc()
    copy.clientID = 80_000 + i
    copy.getText(TEXT_NAME).insert(0, 'first')
    const before = Y.encodeStateVector(copy)
    copy.getText(TEXT_NAME).insert(2, 'second')
    updates.push(Y.encodeStateAsUpdate(copy, before))
  }
  return Y.mergeUpdates(updates)
}

function crowdOfClients(doc: Y.Doc, clients: number): Uint8Array {
  return Y.mergeUpdates(Array.from({ length: clients }, (_, i) => as(doc, 90_000 + i, (copy) => copy.getText(TEXT_NAME).insert(1, 'x'))))
}

/** One item in a map whose value is an array in an array in an array ... written by hand: no client could make it. */
function nestedValue(depth: number): Uint8Array {
  const encoder = createEncoder()
  for (const value of [1, 1, 77_010, 0]) writeVarUint(encoder, value)
  writeUint8(encoder, 8 | 32) // ContentAny, under a key
  writeVarUint(encoder, 1)
  writeVarString(encoder, 'alias')
  writeVarString(encoder, 'deep')
  writeVarUint(encoder, 1)
  for (let i = 0; i < depth; i++) {
    writeUint8(encoder, 117) // an array
    writeVarUint(encoder, 1)
  }
  writeUint8(encoder, 126) // null
  writeVarUint(encoder, 0)
  return toUint8Array(encoder)
}

/** So many parts beside the text. */
function manyRoots(count: number): Uint8Array {
  const encoder = createEncoder()
  for (const value of [1, count, 77_011, 0]) writeVarUint(encoder, value)
  for (let i = 0; i < count; i++) {
    writeUint8(encoder, 8)
    writeVarUint(encoder, 1)
    writeVarString(encoder, `k${i}`)
    writeVarUint(encoder, 1)
    writeUint8(encoder, 126)
  }
  writeVarUint(encoder, 0)
  return toUint8Array(encoder)
}
