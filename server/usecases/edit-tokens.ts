import type { Db } from '#/db/client.ts'
import { insertToken, listTokens, revokeToken } from '#/db/queries/api-tokens.ts'
import { recordAudit } from '#/db/queries/audit-log.ts'
import { TOKEN_NAME_LENGTH, type TokenInput } from '#/lib/api/token-input.ts'
import { newId } from '#/lib/id.ts'
import { t } from '#/lib/message/t.ts'
import { oneLine } from '#/lib/one-line.ts'
import { newToken } from '#/server/auth/api-token.ts'
import { hashLinkToken } from '#/server/auth/link-token.ts'

/** Tokens one person may have at a time. */
const MOST_TOKENS = 50
const DAY_MS = 24 * 3600_000

interface TokenDeps {
  db: Db
  /** ms since 1970. */
  now: number
}

/** Makes a token with which programs act in a person's name. It is told this once: only its hash is kept. */
export async function makeToken(
  userId: string,
  { name: typed, scopes, days }: TokenInput,
  { db, now }: TokenDeps,
): Promise<{ ok: true; id: string; token: string } | { ok: false; reason: string }> {
  const name = oneLine(typed)
  if (name === '') return { ok: false, reason: t('Give the token a name, so that you know later what it is for.') }
  if (name.length > TOKEN_NAME_LENGTH)
    return { ok: false, reason: t('Use at most {longest} characters for the name.', { longest: TOKEN_NAME_LENGTH }) }
  if (scopes.length === 0) return { ok: false, reason: t('Choose at least one thing that the token may be used for.') }
  if ((await listTokens(db, userId, new Date(now))).length >= MOST_TOKENS)
    return { ok: false, reason: t('You have {most} tokens already. Revoke one you do not use.', { most: MOST_TOKENS }) }
  const id = newId(now)
  const token = newToken()
  const expiresAt = days === null ? null : new Date(now + days * DAY_MS)
  await db.transaction(async (tx) => {
    const kept = { tokenHash: hashLinkToken(token), ending: token.slice(-4), scopes: [...new Set(scopes)], expiresAt }
    await insertToken(tx, { id, userId, name, ...kept })
    const details = { name, scopes: scopes.join(', '), days }
    await recordAudit(tx, { event: 'token-made', workspaceId: null, userId, subject: id, details })
  })
  return { ok: true, id, token }
}

/** Ends a token of a person: from now on it is none. */
export async function endToken(userId: string, id: string, { db, now }: TokenDeps): Promise<{ ok: true } | { ok: false; reason: string }> {
  const name = await db.transaction(async (tx) => {
    const ended = await revokeToken(tx, userId, id, new Date(now))
    if (ended !== null) await recordAudit(tx, { event: 'token-revoked', workspaceId: null, userId, subject: id, details: { name: ended } })
    return ended
  })
  return name === null ? { ok: false, reason: t('This token was revoked already.') } : { ok: true }
}
