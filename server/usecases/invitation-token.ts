import { createHash, randomBytes } from 'node:crypto'

/** The secret of an invitation link: 128 random bits, 22 characters of base64url. */
export function newInvitationToken(): string {
  return randomBytes(16).toString('base64url')
}

/** What is kept of a token: its SHA-256 in hex. Fast hashing is enough for 128 random bits. */
export function hashInvitationToken(token: string): string {
  return createHash('sha256').update(token).digest('hex')
}
