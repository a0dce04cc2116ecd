import { connect } from 'node:net'
import { setTimeout as sleep } from 'node:timers/promises'
import type { Product } from '#/tests/support/start-product.ts'
import { upgradeStatus } from '../collab/doors.ts'
import type { Row } from '../row.ts'
import { row } from '../row.ts'
import { rawRequest } from './request.ts'
import type { Visitor } from './visitor.ts'

const REQUIRED: Record<string, RegExp> = {
  'content-security-policy': /frame-ancestors 'none'|sandbox/,
  'x-content-type-options': /^nosniff$/,
  'x-frame-options': /^DENY$/,
  'referrer-policy': /^(?:same-origin|no-referrer)$/,
  'cross-origin-opener-policy': /^same-origin$/,
  'cross-origin-resource-policy': /^same-origin$/,
  'permissions-policy': /camera=\(\)/,
}

/** Headers of every kind of answer: pages, files, data, errors. */
export async function headerRow(visitor: Visitor, workspaceId: string): Promise<Row> {
  const paths = [
    '/',
    '/sign-in',
    '/nowhere',
    `/w/${workspaceId}/documents`,
    `/w/${workspaceId}/excerpts`,
    `/api/exports/${workspaceId}?format=csv`,
    '/api/health',
    '/icon.svg',
    '/_next/static/nothing.js',
    '/api/nothing',
  ]
  const wrong: string[] = []
  for (const path of paths) {
    const response = await visitor.fetch(path)
    await response.arrayBuffer()
    for (const [name, value] of Object.entries(REQUIRED))
      if (!value.test(response.headers.get(name) ?? '')) wrong.push(`${path}: ${name} is ${response.headers.get(name)}`)
    const policy = response.headers.get('content-security-policy') ?? ''
    if (/unsafe-inline|unsafe-eval|\*/.test(policy)) wrong.push(`${path}: ${policy}`)
    if (response.headers.has('x-powered-by')) wrong.push(`${path}: says what it runs on`)
  }
  return row(
    'framing, sniffing, referrers: headers of pages, files, data and errors',
    paths.length,
    'all of them, nothing unsafe in the policy',
    wrong,
    'all there',
  )
}

/** Requests that no browser sends. */
export async function requestRows(product: Product, cookie: string): Promise<Row[]> {
  const get = async (target: string, headers: Record<string, string> = {}) =>
    (await rawRequest(product.port, { target, headers, withinMs: 5000 })).status
  const statuses = {
    'an address of another server': [await get('http://169.254.169.254/latest/meta-data'), [400]],
    'an address of 20,000 signs': [await get(`/${'a'.repeat(20_000)}`), [414]],
    'a header of 40,000 signs': [await get('/', { 'X-Long': 'a'.repeat(40_000) }), [431]],
    'two lengths': [
      (await rawRequest(product.port, { method: 'POST', target: '/', headers: { 'Content-Length': '1', 'content-length': '2' } })).status,
      [400],
    ],
    'a length and chunks (smuggling)': [
      (await rawRequest(product.port, { method: 'POST', target: '/', headers: { 'Content-Length': '1', 'Transfer-Encoding': 'chunked' } }))
        .status,
      [400],
    ],
    'a page past the middleware': [
      await get('/account', { 'x-middleware-subrequest': 'middleware:middleware:middleware:middleware:middleware' }),
      [307, 302],
    ],
    'a path that leaves the folder': [await get('/_next/static/../../../../etc/passwd'), [400, 404, 308]],
    'the same, encoded': [await get('/_next/static/%2e%2e/%2e%2e/%2e%2e/etc/passwd'), [400, 404, 308]],
    'a picture to be fetched from elsewhere': [await get('/_next/image?url=http%3A%2F%2F127.0.0.1%3A1%2Fx&w=64&q=75'), [400, 404]],
  } as const
  const wrong = Object.entries(statuses).flatMap(([what, [status, allowed]]) =>
    (allowed as readonly number[]).includes(status) ? [] : [`${what}: ${status}`],
  )
  const upgrades = ['/', '/_next/webpack-hmr', 'http://169.254.169.254/collab', '//collab', '/w/collab']
  const wrongUpgrades: string[] = []
  for (const target of upgrades) {
    const status = await upgradeStatus(product.port, { target, origin: product.url, cookie })
    if (status !== 'cut') wrongUpgrades.push(`${target}: ${status}`)
  }
  return [
    row(
      'requests that no browser sends',
      Object.keys(statuses).length,
      'refused before anybody acts on them',
      wrong,
      Object.values(statuses)
        .map(([status]) => status)
        .join(' '),
    ),
    row('upgrades of the product on other paths', upgrades.length, 'cut', wrongUpgrades, 'cut'),
    await slowHeaders(product.port),
  ]
}

/** Connections that send a header now and then. */
async function slowHeaders(port: number): Promise<Row> {
  const count = 200
  let closed = 0
  const sockets = Array.from({ length: count }, () => {
    const socket = connect(port, '127.0.0.1')
    socket.on('error', () => {})
    socket.on('close', () => closed++)
    socket.on('end', () => socket.destroy())
    socket.write('GET / HTTP/1.1\r\nHost: a\r\n')
    socket.resume()
    return socket
  })
  const began = performance.now()
  while (closed < count && performance.now() - began < 20_000) {
    for (const socket of sockets) if (socket.writable) socket.write('X: 1\r\n')
    await sleep(500)
  }
  for (const socket of sockets) socket.destroy()
  const seconds = ((performance.now() - began) / 1000).toFixed(0)
  return row(
    'connections that send a header now and then',
    count,
    'closed in 20 s',
    closed < count ? [`${count - closed} are open`] : [],
    `closed in ${seconds} s`,
  )
}

const ELSEWHERE = [
  '//evil.example',
  '/\\evil.example',
  '/\t/evil.example',
  '\\\\evil.example',
  'https://evil.example',
  'javascript:alert(1)',
  'data:text/html,x',
  '/..//evil.example',
  '%2f%2fevil.example',
  'https:evil.example',
]

/** Where people land who came with an address to return to. */
export async function returnRow(
  product: Product,
  visitor: Visitor,
  fresh: Visitor,
  account: { email: string; password: string },
): Promise<Row> {
  const wrong: string[] = []
  const lands = (where: string | null) => new URL(where || '/', product.url).origin
  for (const address of ELSEWHERE) {
    const response = await visitor.fetch(`/sign-in?callbackUrl=${encodeURIComponent(address)}`)
    const html = await response.text()
    if (lands(response.headers.get('location')) !== product.url) wrong.push(`${address}: sent to ${response.headers.get('location')}`)
    if (/<meta[^>]+refresh[^>]+evil|href="(?:javascript:|https?:\/\/evil|\/\/evil)/i.test(html)) wrong.push(`${address}: linked`)
  }
  const signedIn = await fresh.signIn(account.email, account.password, 'https://evil.example/x')
  if (lands(signedIn.url) !== product.url) wrong.push(`signing in leads to ${signedIn.url}`)
  return row('return addresses that lead elsewhere', ELSEWHERE.length + 1, 'stays here', wrong, 'stays here')
}
