import { once } from 'node:events'
import { connect, type Socket as TcpSocket } from 'node:net'
import { collabAddress } from '#/lib/collab/protocol.ts'
import type { PartOptions, Row } from '../row.ts'
import { row } from '../row.ts'
import type { Site } from './site.ts'

const PATH = collabAddress('/collab', 1)

/** Upgrades that must not happen: from other origins, without a session, on other paths. */
export async function doorRows(site: Site, { isShort }: PartOptions): Promise<Row[]> {
  const cookie = site.own.editors[0]?.cookie ?? ''
  const times = isShort ? 3 : 50
  const origins = ['https://evil.example', 'null', '', `${site.origin}.evil.example`, `${site.origin}:81`, 'http://127.0.0.1', null]
  const wrongOrigins: string[] = []
  const wrongPaths: string[] = []
  const paths = [
    '/',
    '/collab/',
    '/Collab',
    '//collab',
    '/w/collab',
    '/_next/webpack-hmr',
    `http://127.0.0.1:${site.port}/collab`,
    'http://169.254.169.254/',
  ]
  for (let i = 0; i < times; i++) {
    for (const origin of origins) {
      const status = await upgradeStatus(site.port, { target: PATH, origin, cookie })
      if (status !== '403') wrongOrigins.push(`${origin ?? 'none'} got ${status}`)
    }
    for (const target of paths) {
      const status = await upgradeStatus(site.port, { target, origin: site.origin, cookie })
      if (status !== 'cut') wrongPaths.push(`${target} got ${status}`)
    }
  }
  const cookies = [
    '',
    'next-auth.session-token=x',
    `next-auth.session-token=${'a'.repeat(4000)}`,
    cookie.slice(0, -2),
    cookie.replace('=', '=a'),
  ]
  const wrongCookies: string[] = []
  for (const forged of cookies) {
    const status = await upgradeStatus(site.port, { target: PATH, origin: site.origin, cookie: forged })
    if (status !== '401') wrongCookies.push(`${forged.slice(0, 30)} got ${status}`)
  }
  return [
    row('upgrade from another origin, "null" or none', times * origins.length, '403 before anything else', wrongOrigins, '403'),
    row('upgrade of other paths and whole addresses', times * paths.length, 'cut without an answer', wrongPaths, 'cut'),
    row('upgrade with no session, or a forged one', cookies.length, '401', wrongCookies, '401'),
  ]
}

interface Upgrade {
  target: string
  origin: string | null
  cookie: string
}

/** What the server says to an upgrade: its status, or "cut". */
export async function upgradeStatus(port: number, upgrade: Upgrade): Promise<string> {
  const socket = openUpgrade(port, upgrade)
  let answer = ''
  socket.on('data', (chunk) => {
    answer += chunk.toString('latin1')
    if (answer.includes('\r\n\r\n')) socket.destroy()
  })
  socket.on('end', () => socket.destroy())
  await Promise.race([once(socket, 'close'), new Promise((resolve) => setTimeout(resolve, 10_000))])
  socket.destroy()
  return /^HTTP\/1\.1 (\d+)/.exec(answer)?.[1] ?? (answer === '' ? 'cut' : answer.slice(0, 40))
}

/** A TCP connection that asks for an upgrade; it says nothing else, and does not close by itself. */
export function openUpgrade(port: number, { target, origin, cookie }: Upgrade): TcpSocket {
  const socket = connect({ port, host: '127.0.0.1', allowHalfOpen: true })
  socket.on('error', () => {})
  const headers = [
    `GET ${target} HTTP/1.1`,
    'Host: interline.test',
    'Connection: Upgrade',
    'Upgrade: websocket',
    'Sec-WebSocket-Version: 13',
    'Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==',
    ...(origin === null ? [] : [`Origin: ${origin}`]),
    ...(cookie ? [`Cookie: ${cookie}`] : []),
  ]
  socket.write(`${headers.join('\r\n')}\r\n\r\n`)
  return socket
}
