import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto'
import { secretKey } from './secret-key.ts'

/** How long a browser is remembered, seconds. */
export const KNOWN_BROWSER_MAX_AGE_S = 365 * 24 * 3600

function sign(secret: string, email: string, id: string): Buffer {
  return createHmac('sha256', secretKey(secret, 'known browser')).update(`${id}\n${email}`).digest()
}

/**
 * A mark for the browser of somebody who has just signed in. It proves nothing about who sits there and opens nothing;
 * it only gives that browser tries of its own, so that a stranger who keeps guessing a colleague's password does not lock
 * the colleague out (OWASP: "slow down online guessing attacks with device cookies").
 */
export function markBrowser(secret: string, email: string): string {
  const id = randomBytes(16).toString('base64url')
  return `${id}.${sign(secret, email, id).toString('base64url')}`
}

/** The id of the browser when its mark was made here for this account, otherwise null. */
export function knownBrowser(secret: string, email: string, mark: string | undefined): string | null {
  const [id = '', signature = ''] = mark?.split('.') ?? []
  const given = Buffer.from(signature, 'base64url')
  const right = sign(secret, email, id)
  return given.length === right.length && timingSafeEqual(given, right) ? id : null
}
