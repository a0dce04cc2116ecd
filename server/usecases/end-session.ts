import type { Db } from '#/db/client.ts'
import { recordAudit } from '#/db/queries/audit-log.ts'
import { revokeSession, revokeSessionsOf } from '#/db/queries/sessions.ts'
import type { CollabServer } from '#/server/collab/collab-server.ts'

export interface SessionDeps {
  db: Db
  collab: Pick<CollabServer, 'closeSession'>
}

/** The person signs out in this browser. */
export async function signOut(userId: string, sessionId: string, deps: SessionDeps): Promise<void> {
  await deps.db.transaction(async (tx) => {
    if (await revokeSession(tx, sessionId, userId)) await recordAudit(tx, { event: 'signed-out', workspaceId: null, userId })
  })
  deps.collab.closeSession(sessionId)
}

/** Ends one of a person's sessions from another one; false when it had ended before, or is somebody else's. */
export async function endSession(userId: string, sessionId: string, deps: SessionDeps): Promise<boolean> {
  const ended = await deps.db.transaction(async (tx) => {
    if (!(await revokeSession(tx, sessionId, userId))) return false
    await recordAudit(tx, { event: 'session-ended', workspaceId: null, userId, details: { sessions: 1 } })
    return true
  })
  if (ended) deps.collab.closeSession(sessionId)
  return ended
}

/** Ends all of a person's sessions but the one they are looking from. @returns how many */
export async function endOtherSessions(userId: string, sessionId: string, deps: SessionDeps): Promise<number> {
  const ended = await deps.db.transaction(async (tx) => {
    const ids = await revokeSessionsOf(tx, userId, sessionId)
    if (ids.length) await recordAudit(tx, { event: 'session-ended', workspaceId: null, userId, details: { sessions: ids.length } })
    return ids
  })
  for (const id of ended) deps.collab.closeSession(id)
  return ended.length
}
