// A collaboration server in a process of its own, for tests that kill it. Argument: JSON of `ProcessOptions`. On an empty
// database it makes a workspace with one document first. Prints one line of JSON, `ProcessStarted`, once it listens, and
// answers the lines of JSON it is sent (`Command`). It ends with its standard input.
import { existsSync, readFileSync } from 'node:fs'
import { dirname } from 'node:path'
import { createInterface } from 'node:readline'
import { openDatabase } from '#/db/client.ts'
import { mintScope } from '#/db/scope.ts'
import { createHistory } from '#/server/jobs/history.ts'
import { startOperatorChannel } from '#/server/operator/channel.ts'
import { shutDownWhenTold } from '#/server/shut-down.ts'
import { signIn, startCollab } from './collab-server.ts'
import { FaultSwitch, type Faults } from './fault-switch.ts'
import { type LiveDocument, makeLiveDocument } from './live-document.ts'
import { makeMember } from './make-member.ts'
import type { TestUser } from './make-user.ts'
import { makeWorkspace } from './make-workspace.ts'

export interface ProcessOptions {
  /** A Postgres server, or else the folder of an embedded database. */
  url?: string
  dataDir?: string
  /** File of a migrated embedded database to begin with. */
  snapshot?: string
  port: number
  /** Make a document and so many editors first. */
  editors: number
  /** How long looking a session up takes, ms. */
  sessionDelayMs?: number
  /** How long a session lasts by this process's clock, ms; default an hour. */
  sessionMs?: number
}

/** What the process does when asked while it runs. */
export type Command =
  /** Makes one more document; answers with it. */
  | { do: 'document'; workspaceId: string; userId: string; words: string }
  /** Makes its database fail from now on as told. */
  | { do: 'faults'; faults: Faults }

export interface ProcessStarted {
  url: string
  origin: string
  /** Only from the process that made them. */
  document?: LiveDocument
  workspaceId?: string
  people: { user: TestUser; cookie: string }[]
}

const options = JSON.parse(process.argv[2] ?? '{}') as ProcessOptions
const isNew = options.dataDir ? !existsSync(`${options.dataDir}/PG_VERSION`) : false
const snapshot = isNew && options.snapshot ? new Uint8Array(readFileSync(options.snapshot)) : undefined
const database = await openDatabase({ url: options.url, dataDir: options.dataDir, snapshot, migrate: false })
const { db, pool } = database
const faults = new FaultSwitch(pool)
const server = await startCollab(db, options.port, options.sessionDelayMs)
if (options.dataDir) {
  const history = createHistory(db)
  await startOperatorChannel({ database, history, collab: server.collab, origin: server.origin, dataDir: dirname(options.dataDir) })
}
const started: ProcessStarted = { url: server.url, origin: server.origin, people: [] }
if (options.editors > 0) {
  const { scope } = await makeWorkspace(db)
  started.workspaceId = scope.workspaceId
  started.document = await makeLiveDocument(db, scope, 'Log:')
  for (let i = 0; i < options.editors; i++) {
    const { user } = await makeMember(db, scope.workspaceId, 'editor')
    started.people.push({ user, cookie: (await signIn(db, user.id, options.sessionMs)).cookie })
  }
}
shutDownWhenTold({ server: server.http, jobs: [], collab: server.collab, database })

async function answer(command: Command): Promise<unknown> {
  if (command.do === 'faults') return faults.set(command.faults)
  return makeLiveDocument(db, mintScope(command.workspaceId, command.userId, 'owner'), command.words)
}

createInterface({ input: process.stdin })
  .on('line', async (line) => {
    process.stdout.write(`ANSWER ${JSON.stringify((await answer(JSON.parse(line))) ?? null)}\n`)
  })
  .on('close', () => process.exit(0))
process.stdout.write(`STARTED ${JSON.stringify(started)}\n`)
