// A collaboration server in a process of its own, for tests that kill it. Argument: JSON of `ProcessOptions`. On an empty
// database it makes a workspace with one document first. Prints one line of JSON, `ProcessStarted`, once it listens.
import { existsSync, readFileSync } from 'node:fs'
import { openDatabase } from '#/db/client.ts'
import { signIn, startCollab } from './collab-server.ts'
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
}

export interface ProcessStarted {
  url: string
  origin: string
  /** Only from the process that made them. */
  document?: LiveDocument
  people: { user: TestUser; cookie: string }[]
}

const options = JSON.parse(process.argv[2] ?? '{}') as ProcessOptions
const isNew = options.dataDir ? !existsSync(`${options.dataDir}/PG_VERSION`) : false
const snapshot = isNew && options.snapshot ? new Uint8Array(readFileSync(options.snapshot)) : undefined
const { db } = await openDatabase({ url: options.url, dataDir: options.dataDir, snapshot, migrate: false })
const server = await startCollab(db, options.port)
const started: ProcessStarted = { url: server.url, origin: server.origin, people: [] }
if (options.editors > 0) {
  const { scope } = await makeWorkspace(db)
  started.document = await makeLiveDocument(db, scope, 'Log:')
  for (let i = 0; i < options.editors; i++) {
    const { user } = await makeMember(db, scope.workspaceId, 'editor')
    started.people.push({ user, cookie: (await signIn(db, user.id)).cookie })
  }
}
process.on('SIGTERM', async () => {
  await server.stop()
  process.exit(0)
})
process.stdout.write(`STARTED ${JSON.stringify(started)}\n`)
