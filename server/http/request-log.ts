import type { IncomingMessage, ServerResponse } from 'node:http'
import { log } from '#/server/log.ts'

const ID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/
const WORD = /^[a-z][a-z-]{0,20}$/

/** The path of an address as it may be written down: words and ids. Queries hold names, other parts tokens of links. */
export function loggedPath(url: string): string {
  const path = url.split(/[?#]/)[0] ?? ''
  return path
    .split('/')
    .map((part) => (part === '' || ID.test(part) || WORD.test(part) ? part : '*'))
    .join('/')
}

/** Writes a line when a request is done: a warning when it failed here, otherwise for whoever asks for all (LOG_LEVEL=debug). */
export function logRequest(request: IncomingMessage, response: ServerResponse): void {
  if (request.url?.startsWith('/_next/')) return
  const start = performance.now()
  response.once('finish', () => {
    const { statusCode: status } = response
    const fields = { method: request.method, path: loggedPath(request.url ?? ''), status, ms: Math.round(performance.now() - start) }
    if (status >= 500) log.warn('request', fields)
    else log.debug('request', fields)
  })
}
