import { Secret, TOTP } from 'otpauth'

/** RFC 6238: codes of six digits that change every 30 s, HMAC-SHA-1, as every authenticator app makes them. */
const RULES = { algorithm: 'SHA1', digits: 6, period: 30 } as const
/** Steps a clock may be off, either way. */
const WINDOW = 1

/** A new shared secret of 160 bits (the length RFC 4226 recommends) in base32. */
export function newTotpSecret(): string {
  return new Secret({ size: 20 }).base32
}

/** The address that authenticator apps read from a QR code. */
export function totpAddress(secret: string, email: string): string {
  return new TOTP({ ...RULES, secret, issuer: 'Interline', label: email }).toString()
}

/**
 * The time step (30 s since 1970) whose code this is, or null. A step up to `lastStep` does not count any more: no code
 * works twice. Spaces between the digits are allowed.
 *
 * @param now ms since 1970
 */
export function totpStep(secret: string, code: string, lastStep: number | null, now: number): number | null {
  const digits = code.replace(/\s/g, '')
  if (!/^\d{6}$/.test(digits)) return null
  const delta = new TOTP({ ...RULES, secret }).validate({ token: digits, timestamp: now, window: WINDOW })
  if (delta === null) return null
  const step = Math.floor(now / (RULES.period * 1000)) + delta
  return step > (lastStep ?? -1) ? step : null
}
