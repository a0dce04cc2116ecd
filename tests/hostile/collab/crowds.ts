import { once } from 'node:events'
import { connect, type Socket } from 'node:net'
import { setTimeout as sleep } from 'node:timers/promises'
import WebSocket from 'ws'
import { collabAddress } from '#/lib/collab/protocol.ts'
import { watchMemory } from '../proc.ts'
import type { PartOptions, Row } from '../row.ts'
import { row } from '../row.ts'
import { openUpgrade } from './doors.ts'
import type { SitePerson } from './people-the-site.ts'
import type { Site } from './site.ts'

/** How long sockets that do nothing may stay. */
const CLOSED_WITHIN_MS = 20_000
const MOST_MB = 50
const PER_PERSON = 50

interface Opened {
  /** Resolves when the server let go of it. */
  gone: Promise<unknown>
  end(): void
}

/** Sockets by the hundred that never say who they are, or say it without end, all at the same time. */
export async function crowdRows(site: Site, { totals }: PartOptions): Promise<Row[]> {
  const memory = watchMemory(site.pid)
  const measure = async (input: string, count: number, open: (i: number) => Promise<Opened> | Opened): Promise<Row> => {
    const began = performance.now()
    let closed = 0
    const opened = await inLots(count, open, (one) => one.gone.then(() => closed++))
    const last = performance.now()
    while (closed < count && performance.now() - last < CLOSED_WITHIN_MS) await sleep(100)
    const seconds = (performance.now() - last) / 1000
    for (const one of opened) one.end()
    const wrong = closed < count ? [`${count - closed} are still open after ${seconds.toFixed(0)} s`] : []
    return row(
      input,
      count,
      'closed in 20 s',
      wrong,
      `opened in ${((last - began) / 1000).toFixed(1)} s, closed ${seconds.toFixed(1)} s after the last`,
    )
  }
  // Nobody has more sockets than one person may.
  const person = (i: number) => site.crowd[Math.floor(i / PER_PERSON)] as SitePerson
  const noise = new Uint8Array(16 << 10)
  const room = Buffer.concat([Buffer.from([site.own.document.text.length]), Buffer.from(site.own.document.text), Buffer.from([0, 2])])
  const rows = await Promise.all([
    measure('connections that say nothing, or half a request', 1000, (i) => halfRequest(site.port, i % 2 === 0)),
    measure('upgrades without a session that keep the connection', 1000, () => {
      const socket = openUpgrade(site.port, { target: collabAddress('/collab', 1), origin: site.origin, cookie: '' })
      socket.resume()
      // Only a server that closed its own half too answers what still comes with a reset.
      socket.on('end', () => setInterval(() => socket.write('.'), 1000).unref())
      return { gone: closed(socket), end: () => socket.destroy() }
    }),
    measure('sockets that never open a room', 1000, (i) => idleSocket(site, person(i), [])),
    measure('sockets that fill the queue before a room is open, and wait', 300, (i) =>
      idleSocket(site, person(1000 + i), Array(3).fill(Buffer.concat([room, noise]))),
    ),
    measure('sockets that send more than the queue takes', 100, (i) =>
      idleSocket(site, person(1300 + i), Array(30).fill(Buffer.concat([room, noise]))),
    ),
  ])
  const grown = memory.stop()
  totals.rssGrowthMb = Math.max(totals.rssGrowthMb, grown)
  const all = rows.reduce((sum, { tried }) => sum + tried, 0)
  const wrong = [...(grown > MOST_MB ? ['too much'] : []), ...(site.hasEnded() ? ['the server ended'] : [])]
  return [...rows, row('memory of the server under all of these at once', all, `+ < ${MOST_MB} MB`, wrong, `+ ${grown.toFixed(0)} MB`)]
}

/** So few at a time that together they stay below what one address may have looked up at once. */
async function inLots(count: number, open: (i: number) => Promise<Opened> | Opened, onOpen: (one: Opened) => void): Promise<Opened[]> {
  const opened: Opened[] = []
  while (opened.length < count) {
    const lot = await Promise.all(Array.from({ length: Math.min(10, count - opened.length) }, (_, i) => open(opened.length + i)))
    lot.forEach(onOpen)
    opened.push(...lot)
  }
  return opened
}

function closed(socket: Socket): Promise<void> {
  return new Promise((resolve) => socket.once('close', () => resolve()))
}

async function halfRequest(port: number, isSilent: boolean): Promise<Opened> {
  const socket = connect({ port, host: '127.0.0.1', allowHalfOpen: true })
  socket.on('error', () => {})
  await Promise.race([once(socket, 'connect').catch(() => {}), closed(socket)])
  if (!isSilent) socket.write('GET /collab HTTP/1.1\r\nHost: interline.test\r\nX-Slow: ')
  socket.on('end', () => socket.destroy())
  socket.resume()
  return { gone: closed(socket), end: () => socket.destroy() }
}

async function idleSocket(site: Site, { cookie }: SitePerson, frames: Uint8Array[]): Promise<Opened> {
  const socket = new WebSocket(collabAddress(site.url, 1), { headers: { cookie, origin: site.origin } })
  socket.on('error', () => {})
  const gone = new Promise((resolve) => socket.once('close', resolve))
  await Promise.race([new Promise((resolve) => socket.once('open', resolve)), gone])
  for (const frame of frames) if (socket.readyState === WebSocket.OPEN) socket.send(frame)
  return { gone, end: () => socket.terminate() }
}
