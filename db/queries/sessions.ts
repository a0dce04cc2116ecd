import { and, desc, eq, gt, inArray, isNull, lt, ne, or } from 'drizzle-orm'
import type { Db } from '#/db/client.ts'
import { sessions, users } from '#/db/schema/people.ts'
import { personColour } from '#/lib/person/person-colour.ts'

export interface LiveSession {
  sessionId: string
  userId: string
  name: string
  email: string
  /** Person colour, 1 to 8. */
  colour: number
  /** When it was last used, to the hour; null: never since it was opened. */
  lastSeenAt: Date | null
}

/** A browser somebody is signed in with. */
export interface SessionRow {
  id: string
  browser: string
  createdAt: Date
  /** To the hour. */
  lastSeenAt: Date
}

export async function insertSession(db: Db, session: { id: string; userId: string; expiresAt: Date; browser?: string }): Promise<void> {
  await db.insert(sessions).values(session)
}

const isLive = (now: Date) => and(isNull(sessions.revokedAt), gt(sessions.expiresAt, now))

/** The session when it was neither revoked nor has expired by this process's clock. */
export async function findLiveSession(db: Db, sessionId: string, now: Date = new Date()): Promise<LiveSession | null> {
  const [row] = await db
    .select({
      sessionId: sessions.id,
      userId: users.id,
      name: users.name,
      email: users.email,
      chosen: users.colour,
      lastSeenAt: sessions.lastSeenAt,
    })
    .from(sessions)
    .innerJoin(users, eq(users.id, sessions.userId))
    .where(and(eq(sessions.id, sessionId), isLive(now)))
  if (!row) return null
  const { chosen, ...session } = row
  return { ...session, colour: personColour(session.userId, chosen) }
}

/** Where a person is signed in, used most recently first. */
export async function listLiveSessions(db: Db, userId: string, now: Date = new Date()): Promise<SessionRow[]> {
  const rows = await db
    .select({ id: sessions.id, browser: sessions.browser, createdAt: sessions.createdAt, lastSeenAt: sessions.lastSeenAt })
    .from(sessions)
    .where(and(eq(sessions.userId, userId), isLive(now)))
    .orderBy(desc(sessions.createdAt))
  const seen = rows.map((row) => ({ ...row, lastSeenAt: row.lastSeenAt ?? row.createdAt }))
  return seen.toSorted((a, b) => b.lastSeenAt.getTime() - a.lastSeenAt.getTime())
}

/** Notes that these sessions are in use, where the note is from before `since`. */
export async function touchSessions(db: Db, sessionIds: readonly string[], since: Date, now: Date = new Date()): Promise<void> {
  if (sessionIds.length === 0) return
  await db
    .update(sessions)
    .set({ lastSeenAt: now })
    .where(and(inArray(sessions.id, [...sessionIds]), or(isNull(sessions.lastSeenAt), lt(sessions.lastSeenAt, since))))
}

/** Ends a session. @param userId whose it must be @returns false when there is no such session, or it ended before */
export async function revokeSession(db: Db, sessionId: string, userId?: string): Promise<boolean> {
  const rows = await db
    .update(sessions)
    .set({ revokedAt: new Date() })
    .where(and(eq(sessions.id, sessionId), userId ? eq(sessions.userId, userId) : undefined, isNull(sessions.revokedAt)))
    .returning({ id: sessions.id })
  return rows.length > 0
}

/** Ends every session of a person, or every one but `except`. @returns the ids of those that ended: their sockets are to be closed */
export async function revokeSessionsOf(db: Db, userId: string, except?: string): Promise<string[]> {
  const rows = await db
    .update(sessions)
    .set({ revokedAt: new Date() })
    .where(and(eq(sessions.userId, userId), isNull(sessions.revokedAt), except ? ne(sessions.id, except) : undefined))
    .returning({ id: sessions.id })
  return rows.map((row) => row.id)
}

/** Ends every session there is: nobody's cookie can be read any more. @returns how many */
export async function revokeAllSessions(db: Db): Promise<number> {
  const rows = await db.update(sessions).set({ revokedAt: new Date() }).where(isNull(sessions.revokedAt)).returning({ id: sessions.id })
  return rows.length
}

/** Forgets sessions that ended or expired before a date. @returns how many */
export async function deleteOldSessions(db: Db, before: Date): Promise<number> {
  const rows = await db
    .delete(sessions)
    .where(or(lt(sessions.expiresAt, before), lt(sessions.revokedAt, before)))
    .returning({ id: sessions.id })
  return rows.length
}
