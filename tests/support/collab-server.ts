import { randomBytes } from 'node:crypto'
import { createServer, type Server } from 'node:http'
import type { Db } from '#/db/client.ts'
import { findInstallation } from '#/db/queries/installation.ts'
import { findLiveSession, insertSession } from '#/db/queries/sessions.ts'
import { sessionCookie, sessionIdOf } from '#/server/auth/session-cookie.ts'
import type { CollabOptions, CollabServer } from '#/server/collab/collab-server.ts'
import { createCollab } from '#/server/collab/create.ts'
import { freePort } from './free-port.ts'
import { listen } from './listen.ts'

// Cookies of this run only; child processes inherit it.
process.env.NEXTAUTH_SECRET ??= randomBytes(32).toString('base64')

export interface TestCollab {
  collab: CollabServer
  http: Server
  /** ws: address of the endpoint. */
  url: string
  /** The web origin it accepts. */
  origin: string
  /** Collaboration first, then the HTTP server. */
  stop(): Promise<void>
}

/**
 * The real collaboration server on a port of the loopback address.
 *
 * @param port 0: any that is free
 * @param sessionDelayMs how long looking a session up takes
 * @param append how updates get into the log, for tests that hold a commit
 */
export async function startCollab(db: Db, port = 0, sessionDelayMs = 0, append?: CollabOptions['append']): Promise<TestCollab> {
  const origin = 'http://interline.test'
  const installation = await findInstallation(db)
  const collab = createCollab({
    db,
    installation,
    origin,
    append,
    sessionOf: async (request) => {
      const sessionId = await sessionIdOf(request)
      if (sessionDelayMs) await new Promise((resolve) => setTimeout(resolve, sessionDelayMs))
      return sessionId ? findLiveSession(db, sessionId) : null
    },
  })
  const server = createServer()
  server.on('upgrade', (request, socket, head) => collab.handleUpgrade(request, socket, head))
  const chosen = port || (await freePort())
  await listen(server, chosen)
  return {
    collab,
    http: server,
    url: `ws://127.0.0.1:${chosen}/collab`,
    origin,
    async stop() {
      await collab.stop()
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
    },
  }
}

/** Signs a person in for so long: the id of a new session and its cookie. */
export async function signIn(db: Db, userId: string, forMs = 3_600_000): Promise<{ sessionId: string; cookie: string }> {
  const sessionId = randomBytes(16).toString('hex')
  await insertSession(db, { id: sessionId, userId, expiresAt: new Date(Date.now() + forMs) })
  return { sessionId, cookie: await sessionCookie(sessionId) }
}
