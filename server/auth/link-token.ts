import { createHash, randomBytes } from 'node:crypto'

/** The secret of a link (an invitation, a new password): 128 random bits, 22 characters of base64url. */
export function newLinkToken(): string {
  return randomBytes(16).toString('base64url')
}

/** What is kept of a token: its SHA-256 in hex. Fast hashing is enough for 128 random bits. */
export function hashLinkToken(token: string): string {
  return createHash('sha256').update(token).digest('hex')
}
