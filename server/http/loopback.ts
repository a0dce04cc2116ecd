import type { IncomingMessage } from 'node:http'

const LOOPBACK = new Set(['localhost', '127.0.0.1', '[::1]'])
/** Programs have no cookies, and lose their token on the way to another name. */
const FOR_PROGRAMS = '/api/v1/'

/**
 * Where to send a browser that opened this installation under another name of the same machine ("localhost" for
 * "127.0.0.1"): cookies and sockets belong to one origin. Null when the request is fine as it is.
 *
 * @param origin the origin people are told to open
 */
export function loopbackRedirect(request: IncomingMessage, origin: string): string | null {
  const own = new URL(origin)
  const asked = URL.parse(`http://${request.headers.host ?? ''}`)
  if (!asked || request.method !== 'GET' || asked.host === own.host || request.url?.startsWith(FOR_PROGRAMS)) return null
  if (!LOOPBACK.has(asked.hostname) || !LOOPBACK.has(own.hostname) || asked.port !== own.port) return null
  const path = request.url?.startsWith('/') && !request.url.startsWith('//') ? request.url : '/'
  return `${own.origin}${path}`
}
