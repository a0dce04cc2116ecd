import { setTimeout as sleep } from 'node:timers/promises'
import { createEncoder, toUint8Array, writeVarString, writeVarUint, writeVarUint8Array } from 'lib0/encoding'
import * as Y from 'yjs'
import { TEXT_NAME } from '#/lib/text/flat.ts'
import { MESSAGE, RawClient, SYNC } from '#/tests/support/raw-client.ts'
import { until } from '#/tests/support/until.ts'
import type { PartOptions, Row } from '../row.ts'
import { row } from '../row.ts'
import type { SitePerson } from './people-the-site.ts'
import type { Site } from './site.ts'

type Attack = (client: RawClient, doc: Y.Doc, room: string) => void

const write = (step: number, type: number): Attack => {
  return (client, doc, room) => client.sync(room, step, changed(doc, 'FORGED'), type)
}
const say = (type: number, payload: string): Attack => {
  return (client, _doc, room) => client.send(room, type, (encoder) => writeVarString(encoder, payload))
}
const ATTACKS: Record<string, Attack> = {
  'an update': write(SYNC.UPDATE, MESSAGE.SYNC),
  'a second step': write(SYNC.STEP_2, MESSAGE.SYNC),
  'an update as a reply': write(SYNC.UPDATE, MESSAGE.SYNC_REPLY),
  'a second step as a reply': write(SYNC.STEP_2, MESSAGE.SYNC_REPLY),
  'a deletion': (client, doc, room) => {
    const copy = copyOf(doc)
    const before = Y.encodeStateVector(copy)
    copy.getText(TEXT_NAME).delete(1, 5)
    client.sync(room, SYNC.UPDATE, Y.encodeStateAsUpdate(copy, before))
  },
  'a notice to everybody': say(MESSAGE.BROADCAST_STATELESS, '{"type":"changed","what":"documents"}'),
  'a notice': say(MESSAGE.STATELESS, '{"type":"changed","what":"documents"}'),
  'a notice of another kind': say(MESSAGE.STATELESS, '{"type":"rejected","reason":"EVIL"}'),
}

/** What somebody who may only read sends all the same. */
export async function rightsRows(site: Site, { isShort, totals }: PartOptions): Promise<Row[]> {
  const { document, honest, readers } = site.beside
  const witness = await joined(site, honest[0] as SitePerson, document.text)
  const before = await site.ask({ ask: 'room', room: document.text })
  const rows: Row[] = []
  for (const [role, person] of Object.entries(readers)) {
    const wrong: string[] = []
    let tried = 0
    for (const [what, attack] of Object.entries(ATTACKS))
      for (let i = isShort ? 1 : 10; i > 0; i--) {
        tried++
        const seen = witness.client.stateless.length
        const { client, doc } = await joined(site, person, document.text)
        attack(client, doc, document.text)
        await until('it was answered', () => client.statuses.length > 0 || client.closedWith !== null, 400).catch(() => {})
        if (client.statuses.includes(true)) wrong.push(`${what} was taken`)
        if (witness.client.stateless.length !== seen) wrong.push(`${what} reached others`)
        client.close()
      }
    const after = await site.ask({ ask: 'room', room: document.text })
    if (after.rows !== before.rows || !Buffer.from(after.state).equals(Buffer.from(before.state))) {
      wrong.push('the text changed')
      totals.stateChanges++
    }
    rows.push(row(`a ${role}: ${Object.keys(ATTACKS).join(', ')}`, tried, 'the same bytes, nobody hears of it', wrong, 'the same bytes'))
  }
  rows.push(await presenceOfOthers(site, witness.client))
  witness.client.close()
  return rows
}

/** Speaks under the presence of somebody else, and as twenty thousand who are not there. */
async function presenceOfOthers(site: Site, witness: RawClient): Promise<Row> {
  const { document, honest, readers } = site.beside
  const victim = await joined(site, honest[1] as SitePerson, document.text)
  victim.client.awareness(document.text, victim.doc.clientID, { user: { name: 'The victim' }, cursor: null })
  await sleep(200)
  const { client } = await joined(site, readers.viewer, document.text)
  const heard: string[] = []
  witness.ws.addEventListener('message', ({ data }) => heard.push(Buffer.from(data as ArrayBuffer).toString('latin1')))
  client.awareness(document.text, victim.doc.clientID, { user: { id: honest[1]?.user.id, name: 'EVIL' }, cursor: null })
  const ghosts = 20_000
  client.send(document.text, MESSAGE.AWARENESS, (encoder) => {
    const states = createEncoder()
    writeVarUint(states, ghosts)
    for (let i = 0; i < ghosts; i++) {
      writeVarUint(states, 1_000_000 + i)
      writeVarUint(states, 1)
      writeVarString(states, '{"user":{"name":"EVIL"}}')
    }
    writeVarUint8Array(encoder, toUint8Array(states))
  })
  await sleep(700)
  const wrong = [
    ...(heard.some((frame) => frame.includes('EVIL')) ? ['a forged name was shown'] : []),
    ...(heard.some((frame) => frame.length > 20_000) ? ['the ghosts were shown'] : []),
    ...(site.hasEnded() ? ['the server ended'] : []),
  ]
  client.close()
  victim.client.close()
  return row('presence as somebody else, and as 20,000 ghosts', 2, 'nobody sees it', wrong, 'nobody saw it')
}

export async function joined(site: Site, { cookie }: SitePerson, room: string): Promise<{ client: RawClient; doc: Y.Doc }> {
  const client = new RawClient(site, cookie)
  await client.opened()
  const doc = await client.join(room)
  if (room.startsWith('text/')) await until('the text is there', () => doc.getText(TEXT_NAME).length > 1)
  return { client, doc }
}

export function copyOf(doc: Y.Doc): Y.Doc {
  const copy = new Y.Doc()
  Y.applyUpdate(copy, Y.encodeStateAsUpdate(doc))
  return copy
}

/** A change of a document that has some words more, as an update. */
export function changed(doc: Y.Doc, words: string): Uint8Array {
  const copy = copyOf(doc)
  const before = Y.encodeStateVector(copy)
  copy.getText(TEXT_NAME).insert(1, words)
  return Y.encodeStateAsUpdate(copy, before)
}
