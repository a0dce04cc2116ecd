import type { Db } from '#/db/client.ts'
import type { LiveToken } from '#/db/queries/api-tokens.ts'
import type { Scope } from '#/db/scope.ts'
import type { RateLimit } from '#/lib/api/rate-limit.ts'
import type { CollabServer } from '#/server/collab/collab-server.ts'
import type { Extraction } from '#/server/jobs/extract.ts'
import type { Turns } from '#/server/jobs/turns.ts'

/** What the API works with. One set for the process, in the runtime. */
export interface ApiDeps {
  /** For what comes before a workspace: tokens, the gate, the log. */
  db: Db
  /** As the members of a workspace may use it. */
  forWorkspace(workspaceId: string): Db
  collab: Pick<CollabServer, 'amend' | 'settleExcerpts' | 'notifyWorkspace'>
  extract: Extraction['extract']
  /** Who may have a large body in memory. */
  uploads: Turns
  limits: ApiLimits
  /** Origin people open in their browser. */
  origin: string
  /** Of the installation: keys of webhooks follow from it. */
  secret: string
  /** ms since 1970. */
  now(): number
}

export interface ApiLimits {
  /** Requests of one person's programs, whatever tokens they have. */
  person: RateLimit
  /** Requests of one place whose tokens are none. */
  stranger: RateLimit
}

/** A request that was found to be of somebody who may make it. */
export interface ApiContext {
  deps: ApiDeps
  request: Request
  /** Null where none is needed. */
  token: LiveToken | null
  /** Media type to answer in. */
  type: string
  /** Media type of the body; empty without one. */
  sent: string
}

/** The same within a workspace. */
export interface WorkspaceContext extends ApiContext {
  token: LiveToken
  scope: Scope
  /** As this member. */
  db: Db
}

/** What a handler answers; the rest of the response follows from the operation. */
export interface ApiAnswer {
  /** Told as JSON. */
  body?: object
  /** Told as it is. */
  text?: string
  /** Instead of everything else: a file. */
  file?: Response
  /** Address of what was made, below /api/v1. */
  location?: string
}
