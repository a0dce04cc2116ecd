import { createHash, timingSafeEqual } from 'node:crypto'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { registry } from '#/server/metrics.ts'

const LOOPBACK = new Set(['127.0.0.1', '::1', '::ffff:127.0.0.1'])
const FORWARDED = ['forwarded', 'via', 'x-forwarded-for', 'x-forwarded-host', 'x-forwarded-proto', 'x-forwarded-port', 'x-real-ip']

export interface MetricsAccess {
  /** Who presents it as a bearer token may read; absent: nobody else than this machine. */
  token: string | undefined
  /** Whether others than the people at this machine can reach the product. */
  isExposed: boolean
}

/**
 * Answers `/api/metrics` in Prometheus' text format; false for any other request. Called before the headers of proxies are
 * taken off, and not a route of Next, which does not say who is at the other end of the connection.
 */
export function answerMetrics(request: IncomingMessage, response: ServerResponse, access: MetricsAccess): boolean {
  if (request.url?.split('?')[0] !== '/api/metrics') return false
  response.setHeader('X-Content-Type-Options', 'nosniff')
  response.setHeader('Cache-Control', 'no-store')
  if (!mayRead(request, access))
    response.writeHead(403).end('Metrics are for this machine only, or with METRICS_TOKEN as a bearer token.\n')
  else if (request.method !== 'GET') response.writeHead(405, { Allow: 'GET' }).end()
  else
    registry.metrics().then(
      (text) => response.writeHead(200, { 'Content-Type': registry.contentType }).end(text),
      () => response.writeHead(500).end(),
    )
  return true
}

/**
 * Whether the metrics are for this request. Without the token only an installation for this machine alone answers, and only
 * to it: behind a proxy, which connects from this machine too, everybody would read.
 */
export function mayRead(request: Pick<IncomingMessage, 'headers' | 'socket'>, { token, isExposed }: MetricsAccess): boolean {
  const given = /^Bearer (.+)$/.exec(request.headers.authorization ?? '')?.[1]
  if (given !== undefined) return token !== undefined && token !== '' && isSame(given, token)
  const isProxied = FORWARDED.some((name) => request.headers[name] !== undefined)
  return !isProxied && !isExposed && LOOPBACK.has(request.socket.remoteAddress ?? '')
}

/** In the same time wherever they differ. */
function isSame(a: string, b: string): boolean {
  const digest = (text: string) => createHash('sha256').update(text).digest()
  return timingSafeEqual(digest(a), digest(b))
}
