import { and, eq, gt, isNull } from 'drizzle-orm'
import type { Db } from '#/db/client.ts'
import { sessions, users } from '#/db/schema/people.ts'

export interface LiveSession {
  sessionId: string
  userId: string
  name: string
  email: string
}

export async function insertSession(db: Db, session: { id: string; userId: string; expiresAt: Date }): Promise<void> {
  await db.insert(sessions).values(session)
}

/** The session when it was neither revoked nor has expired by this process's clock. */
export async function findLiveSession(db: Db, sessionId: string, now: Date = new Date()): Promise<LiveSession | null> {
  const [row] = await db
    .select({ sessionId: sessions.id, userId: users.id, name: users.name, email: users.email })
    .from(sessions)
    .innerJoin(users, eq(users.id, sessions.userId))
    .where(and(eq(sessions.id, sessionId), isNull(sessions.revokedAt), gt(sessions.expiresAt, now)))
  return row ?? null
}

export async function revokeSession(db: Db, sessionId: string): Promise<void> {
  await db
    .update(sessions)
    .set({ revokedAt: new Date() })
    .where(and(eq(sessions.id, sessionId), isNull(sessions.revokedAt)))
}

/** Ends every session of a person. */
export async function revokeSessionsOf(db: Db, userId: string): Promise<void> {
  await db
    .update(sessions)
    .set({ revokedAt: new Date() })
    .where(and(eq(sessions.userId, userId), isNull(sessions.revokedAt)))
}
