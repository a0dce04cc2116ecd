import { and, eq, gt, isNull } from 'drizzle-orm'
import type { Db } from '#/db/client.ts'
import { sessions, users } from '#/db/schema/people.ts'
import type { InterfaceLanguage } from '#/lib/person/settings.ts'

/** The language of the interface that whoever has this session chose; null when they never did, or the session ended. */
export async function languageOfSession(db: Db, sessionId: string, now: Date = new Date()): Promise<InterfaceLanguage | null> {
  const [row] = await db
    .select({ settings: users.settings })
    .from(sessions)
    .innerJoin(users, eq(users.id, sessions.userId))
    .where(and(eq(sessions.id, sessionId), isNull(sessions.revokedAt), gt(sessions.expiresAt, now)))
  return row?.settings.language ?? null
}
