import { createHmac, timingSafeEqual } from 'node:crypto'

const SECRET_START = 'whsec_'

/** How a key is shown to people and given to receivers' libraries (Standard Webhooks 1.0). */
export function printSecret(key: Uint8Array): string {
  return SECRET_START + Buffer.from(key).toString('base64')
}

/**
 * The headers of a delivery as Standard Webhooks 1.0 has them: HMAC-SHA256 over id, time and body, so that neither another body
 * nor an old delivery passes for a new one.
 *
 * @param id of the delivery; the same at every try, so that receivers see that they had it
 * @param atS s since 1970, of this try
 */
export function signedHeaders(key: Uint8Array, { id, atS, body }: { id: string; atS: number; body: string }): Record<string, string> {
  return { 'webhook-id': id, 'webhook-timestamp': String(atS), 'webhook-signature': `v1,${signature(key, id, atS, body)}` }
}

/** Whether headers are those of a delivery made with this key, at most `toleranceS` ago: what a receiver has to ask. */
export function isSigned(
  secret: string,
  headers: Readonly<Record<string, string | undefined>>,
  body: string,
  { nowS, toleranceS = 300 }: { nowS: number; toleranceS?: number },
): boolean {
  const { 'webhook-id': id = '', 'webhook-timestamp': time = '', 'webhook-signature': signatures = '' } = headers
  const atS = Number(time)
  if (!/^\d{1,12}$/.test(time) || Math.abs(nowS - atS) > toleranceS) return false
  const expected = Buffer.from(signature(Buffer.from(secret.slice(SECRET_START.length), 'base64'), id, atS, body))
  return signatures.split(' ').some((one) => {
    const given = Buffer.from(one.replace(/^v1,/, ''))
    return one.startsWith('v1,') && given.length === expected.length && timingSafeEqual(given, expected)
  })
}

function signature(key: Uint8Array, id: string, atS: number, body: string): string {
  return createHmac('sha256', key).update(`${id}.${atS}.${body}`).digest('base64')
}

/** Waits before each further try, s: about a day and a half in all. */
const WAITS_S = [30, 120, 600, 3600, 4 * 3600, 10 * 3600, 20 * 3600]
/** How many times a delivery is tried. */
export const MOST_TRIES = WAITS_S.length + 1

/**
 * How long to wait after so many tries, ms; null: it was tried often enough. Waits differ by a fifth, so that what failed
 * together does not come back together.
 *
 * @param random 0 to 1
 */
export function waitAfter(tries: number, random: number): number | null {
  const wait = WAITS_S[tries - 1]
  return wait === undefined ? null : Math.round(wait * 1000 * (0.9 + random * 0.2))
}
