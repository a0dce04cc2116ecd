import type { Db } from '#/db/client.ts'
import { insertToken } from '#/db/queries/api-tokens.ts'
import { TOKEN_SCOPES, type TokenScope } from '#/lib/api/scopes.ts'
import { newId } from '#/lib/id.ts'
import { newToken } from '#/server/auth/api-token.ts'
import { hashLinkToken } from '#/server/auth/link-token.ts'

/** A token of a person, good for everything unless said otherwise. */
export async function makeToken(
  db: Db,
  userId: string,
  { scopes = [...TOKEN_SCOPES], expiresAt = null }: { scopes?: TokenScope[]; expiresAt?: Date | null } = {},
): Promise<{ id: string; token: string }> {
  const id = newId()
  const token = newToken()
  await insertToken(db, { id, userId, name: 'A script', tokenHash: hashLinkToken(token), ending: token.slice(-4), scopes, expiresAt })
  return { id, token }
}
