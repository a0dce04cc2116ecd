import { runtime } from '#/server/runtime.ts'
import type { ApiDeps } from './api-deps.ts'

/** The API of the running product. Only call it while answering a request. */
export function runningApi(): ApiDeps {
  const { database, collab, extraction, uploads, apiLimits, origin } = runtime()
  return {
    db: database.db,
    forWorkspace: database.forWorkspace,
    collab,
    extract: extraction.extract,
    uploads,
    limits: apiLimits,
    origin,
    secret: process.env.NEXTAUTH_SECRET ?? '',
    now: Date.now,
  }
}
