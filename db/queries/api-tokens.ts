import { and, desc, eq, gt, isNull, lt, or } from 'drizzle-orm'
import type { Db } from '#/db/client.ts'
import { apiTokens } from '#/db/schema/api.ts'
import { users } from '#/db/schema/people.ts'
import type { TokenScope } from '#/lib/api/scopes.ts'

/** A token as its owner sees it. */
export interface TokenRow {
  id: string
  name: string
  ending: string
  scopes: TokenScope[]
  createdAt: Date
  expiresAt: Date | null
  lastUsedAt: Date | null
}

/** A token that is good, and whose it is. */
export interface LiveToken {
  id: string
  name: string
  scopes: TokenScope[]
  expiresAt: Date | null
  lastUsedAt: Date | null
  user: { id: string; name: string; email: string }
}

const isLive = (now: Date) => and(isNull(apiTokens.revokedAt), or(isNull(apiTokens.expiresAt), gt(apiTokens.expiresAt, now)))

export async function insertToken(
  db: Db,
  token: { id: string; userId: string; name: string; tokenHash: string; ending: string; scopes: TokenScope[]; expiresAt: Date | null },
): Promise<void> {
  await db.insert(apiTokens).values(token)
}

/** The token with this hash when it was neither revoked nor has expired. */
export async function findLiveToken(db: Db, tokenHash: string, now: Date): Promise<LiveToken | null> {
  const { id, name, scopes, expiresAt, lastUsedAt } = apiTokens
  const [row] = await db
    .select({ id, name, scopes, expiresAt, lastUsedAt, user: { id: users.id, name: users.name, email: users.email } })
    .from(apiTokens)
    .innerJoin(users, eq(users.id, apiTokens.userId))
    .where(and(eq(apiTokens.tokenHash, tokenHash), isLive(now)))
  return row ?? null
}

/** The tokens of a person that are good, the newest first. */
export async function listTokens(db: Db, userId: string, now: Date): Promise<TokenRow[]> {
  const { id, name, ending, scopes, createdAt, expiresAt, lastUsedAt } = apiTokens
  return db
    .select({ id, name, ending, scopes, createdAt, expiresAt, lastUsedAt })
    .from(apiTokens)
    .where(and(eq(apiTokens.userId, userId), isLive(now)))
    .orderBy(desc(apiTokens.id))
}

/** Notes that a token is in use. */
export async function touchToken(db: Db, id: string, now: Date): Promise<void> {
  await db.update(apiTokens).set({ lastUsedAt: now }).where(eq(apiTokens.id, id))
}

/** Ends a token of this person. @returns its name; null when there is no such token, or it ended before */
export async function revokeToken(db: Db, userId: string, id: string, now: Date): Promise<string | null> {
  const [row] = await db
    .update(apiTokens)
    .set({ revokedAt: now })
    .where(and(eq(apiTokens.id, id), eq(apiTokens.userId, userId), isNull(apiTokens.revokedAt)))
    .returning({ name: apiTokens.name })
  return row?.name ?? null
}

/** Ends all tokens of a person. @returns how many there were */
export async function revokeTokensOf(db: Db, userId: string, now: Date): Promise<number> {
  const rows = await db
    .update(apiTokens)
    .set({ revokedAt: now })
    .where(and(eq(apiTokens.userId, userId), isLive(now)))
    .returning({ id: apiTokens.id })
  return rows.length
}

/** Forgets tokens that ended before a date. */
export async function deleteOldTokens(db: Db, before: Date): Promise<void> {
  await db.delete(apiTokens).where(or(lt(apiTokens.expiresAt, before), lt(apiTokens.revokedAt, before)))
}
