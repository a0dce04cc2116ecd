import { randomBytes } from 'node:crypto'
import { TOKEN_START } from '#/lib/api/scopes.ts'

/** A new personal token: 256 random bits behind the beginning all have. Kept as `hashLinkToken` of it. */
export function newToken(): string {
  return TOKEN_START + randomBytes(32).toString('base64url')
}
