import { type LookupAddress, lookup } from 'node:dns'
import { request as requestHttp } from 'node:http'
import { request as requestHttps } from 'node:https'
import { isIP, type LookupFunction } from 'node:net'
import { NO_ANSWER, NOT_OPEN, noConnection, problemOfAnswer } from '#/lib/api/delivery-problem.ts'
import { isPublicAddress } from './public-address.ts'

/** What came of a try. */
export type Sent = { status: number; problem: string } | { status: null; problem: string }

/** How long a receiver may take, from the connection to its status, ms. */
const PATIENCE_MS = 10_000

export interface SendOptions {
  /** Whether a delivery may go to an address. Default: only to the open Internet. */
  isAllowed?: (address: string) => boolean
  patienceMs?: number
  signal?: AbortSignal
}

/**
 * Posts a delivery. Never fails: what goes wrong is a sentence. Where it goes is looked at with the very address the connection is
 * made to, so that a name that means something else a moment later does not lead into our own network; redirects are not followed.
 */
export function sendDelivery(
  url: string,
  headers: Readonly<Record<string, string>>,
  body: string,
  { isAllowed = isPublicAddress, patienceMs = PATIENCE_MS, signal }: SendOptions = {},
): Promise<Sent> {
  const target = new URL(url)
  const host = target.hostname.replace(/^\[|\]$/g, '')
  if (isIP(host) && !isAllowed(host)) return Promise.resolve({ status: null, problem: NOT_OPEN })
  const { promise, resolve } = Promise.withResolvers<Sent>()
  const timeout = AbortSignal.timeout(patienceMs)
  const request = (target.protocol === 'https:' ? requestHttps : requestHttp)(target, {
    method: 'POST',
    agent: false,
    lookup: openLookup(isAllowed),
    signal: signal ? AbortSignal.any([signal, timeout]) : timeout,
    headers: {
      ...headers,
      'Content-Type': 'application/json',
      'Content-Length': Buffer.byteLength(body),
      'User-Agent': 'Interline-Webhooks/1',
    },
  })
  request.on('response', (response) => {
    const status = response.statusCode ?? 0
    // What it says beside its status is nobody's business, and may be endless.
    response.on('error', () => {})
    response.destroy()
    resolve({ status, problem: problemOfAnswer(status) })
  })
  request.on('error', (error: NodeJS.ErrnoException) => {
    if (timeout.aborted) resolve({ status: null, problem: NO_ANSWER })
    else resolve({ status: null, problem: error.message === NOT_OPEN ? NOT_OPEN : noConnection(error.code ?? error.name) })
  })
  request.end(body)
  return promise
}

function openLookup(isAllowed: (address: string) => boolean): LookupFunction {
  return (hostname, options, done) => {
    lookup(hostname, { ...options, all: true }, (error, addresses: LookupAddress[]) => {
      if (error) return done(error, '', 0)
      const allowed = addresses.filter(({ address }) => isAllowed(address))
      const [first] = allowed
      if (!first) return done(new Error(NOT_OPEN), '', 0)
      if (options.all) done(null, allowed)
      else done(null, first.address, first.family)
    })
  }
}
