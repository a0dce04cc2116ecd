import type { IncomingMessage, ServerResponse } from 'node:http'
import { t } from '#/lib/message/t.ts'

const READS = new Set(['GET', 'HEAD', 'OPTIONS'])
/** Asked with tokens, which no browser sends by itself; cookies are not looked at there. */
const FOR_PROGRAMS = '/api/v1/'

/**
 * Whether a request that could change something comes from elsewhere than our own pages. Browsers send Origin with every
 * such request; whoever leaves it out, or says "null" (a sandboxed frame, a file), is no page of ours. Asked of every
 * request before Next sees it, besides what Next and next-auth ask of theirs.
 *
 * @param origin the origin people open in their browser
 */
export function isCrossSite(request: IncomingMessage, origin: string): boolean {
  if (READS.has(request.method ?? '') || isForPrograms(request.url ?? '')) return false
  return request.headers.origin !== origin
}

/** By where the address leads: "/api/v1/../imports" is not for programs. */
function isForPrograms(target: string): boolean {
  const leadsTo = URL.parse(target, 'http://localhost')?.pathname ?? ''
  return target.startsWith(FOR_PROGRAMS) && leadsTo.startsWith(FOR_PROGRAMS)
}

/** Answers such a request; what it holds is not read. */
export function refuseCrossSite(response: ServerResponse): void {
  const body = JSON.stringify({ ok: false, reason: 'origin', message: t('Open Interline at its own address and try again.') })
  response.writeHead(403, { 'Content-Type': 'application/json', Connection: 'close' }).end(body)
}
