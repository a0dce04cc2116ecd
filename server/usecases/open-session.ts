import { randomBytes } from 'node:crypto'
import type { Db } from '#/db/client.ts'
import { recordAudit } from '#/db/queries/audit-log.ts'
import { insertSession, revokeSession } from '#/db/queries/sessions.ts'
import { SESSION_MAX_AGE_S } from '#/server/auth/session-cookie.ts'
import type { CollabServer } from '#/server/collab/collab-server.ts'

export interface SignedIn {
  userId: string
  /** The browser in words. */
  browser: string
  /** What was asked for. */
  by: 'password' | 'password and code' | 'provider'
  /** The session that this browser had before; it ends. */
  replaces: string | null
}

/** Opens a session with an id nobody has seen before, whatever the browser came with. @returns the id, all that the cookie carries */
export async function openSession(
  { userId, browser, by, replaces }: SignedIn,
  deps: { db: Db; collab: Pick<CollabServer, 'closeSession'>; now?: Date },
): Promise<string> {
  const id = randomBytes(24).toString('base64url')
  const now = deps.now ?? new Date()
  await deps.db.transaction(async (tx) => {
    await insertSession(tx, { id, userId, browser, expiresAt: new Date(now.getTime() + SESSION_MAX_AGE_S * 1000) })
    if (replaces) await revokeSession(tx, replaces)
    await recordAudit(tx, { event: 'signed-in', workspaceId: null, userId, details: { browser, by } })
  })
  if (replaces) deps.collab.closeSession(replaces)
  return id
}
