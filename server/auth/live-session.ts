import type { Db } from '#/db/client.ts'
import { liveSessionIds } from '#/db/queries/room-access.ts'
import { findLiveSession, type LiveSession, touchSessions } from '#/db/queries/sessions.ts'
import { log } from '#/server/log.ts'

/** A session is noted as used at most once in so long, ms: a note for every request would write more than people do. */
export const TOUCH_EVERY_MS = 3600_000

/** The session that somebody comes with, noted as used; null when it ended. */
export async function liveSession(db: Db, sessionId: string, now: Date = new Date()): Promise<LiveSession | null> {
  const session = await findLiveSession(db, sessionId, now)
  const since = new Date(now.getTime() - TOUCH_EVERY_MS)
  if (session && (session.lastSeenAt === null || session.lastSeenAt < since)) {
    // A note that cannot be written keeps nobody out.
    await touchSessions(db, [sessionId], since, now).catch((error) => log.error('session.touch', error))
  }
  return session
}

/** Which of these sessions, whose pages are open, are still good; those are in use, and noted so. */
export async function liveSessionsOf(db: Db, sessionIds: readonly string[], now: Date = new Date()): Promise<Set<string>> {
  const live = await liveSessionIds(db, sessionIds, now)
  const since = new Date(now.getTime() - TOUCH_EVERY_MS)
  await touchSessions(db, [...live], since, now).catch((error) => log.error('session.touch', error))
  return live
}
