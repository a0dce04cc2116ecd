import { once } from 'node:events'
import { setTimeout as sleep } from 'node:timers/promises'
import { createEncoder, toUint8Array, writeVarString, writeVarUint, writeVarUint8Array } from 'lib0/encoding'
import WebSocket from 'ws'
import * as Y from 'yjs'
import { percentile } from '#/bench/figure.ts'
import { collabAddress } from '#/lib/collab/protocol.ts'
import { TEXT_NAME } from '#/lib/text/flat.ts'
import { MESSAGE, RawClient, SYNC } from '#/tests/support/raw-client.ts'
import { until } from '#/tests/support/until.ts'
import { watchMemory } from '../proc.ts'
import type { PartOptions, Row } from '../row.ts'
import { row } from '../row.ts'
import { startHonest } from './honest.ts'
import { syncFrame } from './mutate.ts'
import type { Site } from './site.ts'

/** Frames that are too large, come in too many pieces, or are never read, beside two honest people. */
export async function floodRows(site: Site, { isShort, totals }: PartOptions): Promise<Row[]> {
  const honest = await startHonest({ server: site, people: site.beside.honest, room: site.beside.document.text })
  const stored = () => site.ask({ ask: 'room', room: site.own.document.text })
  await writeMuch(site)
  const before = await stored()
  const memory = watchMemory(site.pid)
  const rows = [
    await tooLarge(site, 'a frame of 2 MB and one byte', (2 << 20) + 1, isShort ? 3 : 20),
    await tooLarge(site, 'a frame of 50 MB', 50 << 20, isShort ? 2 : 10),
    await fragments(site, isShort ? 2 : 20),
    await neverRead(site, isShort ? 6 : 20),
  ]
  const grown = memory.stop()
  const after = await stored()
  const report = await honest.end()
  totals.honestMs.push(...report.ms)
  const same = Buffer.from(before.state).equals(Buffer.from(after.state)) ? [] : ['the document changed']
  totals.stateChanges += same.length
  const p99 = percentile(report.ms, 0.99)
  return [
    ...rows,
    row(
      'memory of the server under them',
      rows.length,
      '+ < 250 MB, gone with the sockets',
      grown < 250 ? [] : [`+ ${grown.toFixed(0)} MB`],
      `+ ${grown.toFixed(0)} MB at most`,
    ),
    {
      ...row(
        'honest people beside the floods',
        report.ms.length,
        'p99 under 250 ms',
        p99 <= 250 && report.unseen === 0 ? [] : [report.unseen === 0 ? 'too slow' : `${report.unseen} words not seen`],
        `p99 ${p99.toFixed(0)} ms`,
      ),
      isTiming: report.unseen === 0,
    },
  ]
}

function open(site: Site, cookie: string): Promise<WebSocket> {
  const socket = new WebSocket(collabAddress(site.url, 1), { headers: { cookie, origin: site.origin } })
  socket.on('error', () => {})
  return new Promise((resolve) => socket.once('open', () => resolve(socket)))
}

/** The code a socket is closed with; null when it stays open. */
async function closeCode(socket: WebSocket, withinMs = 10_000): Promise<number | null> {
  // It may have been closed before anybody asked.
  if (socket.readyState === WebSocket.CLOSED) return 1006
  const closed = once(socket, 'close').then(([code]) => code as number)
  return Promise.race([closed, sleep(withinMs).then(() => null)])
}

async function tooLarge(site: Site, input: string, bytes: number, times: number): Promise<Row> {
  const wrong: string[] = []
  for (let i = 0; i < times; i++) {
    const socket = await open(site, site.own.editors[0]?.cookie ?? '')
    const closed = closeCode(socket)
    socket.send(syncFrame(site.own.document.text, new Uint8Array(bytes)))
    const code = await closed
    // Cut while it was still sending, it may not have seen the code.
    if (code !== 1009 && code !== 1006) wrong.push(`closed with ${code}`)
    socket.terminate()
  }
  return row(input, times, 'closed (1009), nothing applied', wrong, 'closed')
}

/** A message in pieces that never ends. */
async function fragments(site: Site, times: number): Promise<Row> {
  const wrong: string[] = []
  let sent = 0
  for (let i = 0; i < times; i++) {
    const socket = await open(site, site.own.editors[1]?.cookie ?? '')
    const closed = closeCode(socket, 20_000)
    let isOpen = true
    socket.once('close', () => {
      isOpen = false
    })
    for (let piece = 0; piece < 20_000 && isOpen; piece++) {
      socket.send(new Uint8Array(512), { fin: false })
      sent++
      if (piece % 200 === 0) await sleep(1)
    }
    const code = await closed
    if (code === null) wrong.push('stays open')
    socket.terminate()
  }
  return row('a message in pieces without end', sent, 'closed once it is larger than a message may be', wrong, `${times} sockets closed`)
}

/** Asks for the content of a long document again and again, and never reads it. */
async function neverRead(site: Site, sockets: number): Promise<Row> {
  const asks = 300
  const deaf = await Promise.all(
    Array.from({ length: sockets }, async () => {
      const socket = await open(site, site.own.editors[1]?.cookie ?? '')
      const [auth, ask] = joinFrames(site.own.document.text) as [Uint8Array, Uint8Array]
      const content = new Promise<void>((resolve) =>
        socket.on('message', (data: Buffer) => {
          if (data.length > 100_000) resolve()
        }),
      )
      socket.send(auth)
      socket.send(ask)
      await content
      return { socket, ask }
    }),
  )
  // A busy server may not have come to its answers before we read on; then it is asked again.
  let deafYet = deaf
  for (let round = 0; round < 3 && deafYet.length > 0; round++) {
    for (const { socket, ask } of deafYet) {
      socket.pause()
      for (let i = 0; i < asks; i++) socket.send(ask)
    }
    await sleep(10_000)
    const codes = deafYet.map(({ socket }) => closeCode(socket, 15_000))
    for (const { socket } of deafYet) socket.resume()
    const closed = await Promise.all(codes)
    deafYet = deafYet.filter((_, i) => closed[i] === null)
  }
  for (const { socket } of deaf) socket.terminate()
  const wrong = deafYet.length > 0 ? [`${deafYet.length} of ${sockets} are still open`] : []
  return row('clients that ask for a long document and do not read it', sockets * asks, 'let go of', wrong, `${sockets} sockets closed`)
}

/** Makes the attackers' document long, as they may. */
async function writeMuch(site: Site): Promise<void> {
  const client = new RawClient(site, site.own.editors[0]?.cookie ?? '')
  await client.opened()
  const doc = await client.join(site.own.document.text)
  await until('the text is there', () => doc.getText(TEXT_NAME).length > 1)
  const before = Y.encodeStateVector(doc)
  const text = doc.getText(TEXT_NAME)
  text.insert(text.length, ' and so on'.repeat(30_000))
  client.sync(site.own.document.text, SYNC.UPDATE, Y.encodeStateAsUpdate(doc, before))
  await until('it was taken', () => client.statuses.includes(true))
  client.close()
}

/** Says who it is, and asks for the content of a room. */
export function joinFrames(room: string): Uint8Array[] {
  const message = (type: number, write: (encoder: ReturnType<typeof createEncoder>) => void) => {
    const encoder = createEncoder()
    writeVarString(encoder, room)
    writeVarUint(encoder, type)
    write(encoder)
    return toUint8Array(encoder)
  }
  const auth = message(MESSAGE.AUTH, (encoder) => {
    writeVarUint(encoder, 0)
    writeVarString(encoder, 'token')
  })
  const step = message(MESSAGE.SYNC, (encoder) => {
    writeVarUint(encoder, SYNC.STEP_1)
    writeVarUint8Array(encoder, new Uint8Array([0]))
  })
  return [auth, step]
}
