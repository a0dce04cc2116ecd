import type { Database, Db } from '#/db/client.ts'
import type { FacetIndexes } from '#/db/facet-indexes.ts'
import type { Scope } from '#/db/scope.ts'
import type { Installation } from '#/lib/collab/protocol.ts'
import type { ApiLimits } from './api/api-deps.ts'
import type { ArchiveFiles } from './archive/archive-files.ts'
import type { ArchiveLoading } from './archive/archive-loading.ts'
import type { ArchiveWriting } from './archive/write-in-process.ts'
import type { SignUpGate } from './auth/sign-up-gate.ts'
import type { Tries } from './auth/tries.ts'
import type { CollabServer } from './collab/collab-server.ts'
import type { EditionComparison } from './jobs/compare-edition.ts'
import type { Extraction } from './jobs/extract.ts'
import type { MentionFinder } from './jobs/find-mentions.ts'
import type { HistoryReader } from './jobs/history.ts'
import type { CodebookReading } from './jobs/read-codebook.ts'
import type { ProjectReading } from './jobs/read-project.ts'
import type { Turns } from './jobs/turns.ts'
import type { Mailer } from './mail/mailer.ts'
import type { Works } from './works.ts'

/** What server.ts makes once and everything that Next bundles only borrows: there must be one of each in the process. */
export interface Runtime {
  database: Database
  /** What excerpts are counted by, in memory. */
  facets: FacetIndexes
  /** Read at the start: a database is only restored while nobody uses it. */
  installation: Installation
  collab: CollabServer
  /** Reads uploaded files; made by `createExtraction`. */
  extraction: Extraction
  /** Reads uploaded codebooks; made by `createCodebookReading`. */
  codebooks: CodebookReading
  /** Reads uploaded projects of other programs; made by `createProjectReading`. */
  projects: ProjectReading
  /** Brings archives of workspaces back; made by `createArchiveLoading`. */
  archiveLoading: ArchiveLoading
  /** Writes archives of workspaces; made by `createArchiveWriting`. */
  archiveWriting: ArchiveWriting
  /** Where archives wait, sent or to be taken. */
  archiveFiles: ArchiveFiles
  /** What is under way for whom. */
  works: Works
  /** Who may have an upload in memory now. */
  uploads: Turns
  /** Works out what new editions of sources do; made by `createEditionComparison`. */
  editions: EditionComparison
  /** Finds the names of known actors in texts; made by `createMentionFinder`. */
  mentions: MentionFinder
  /** Reads documents' histories; made by `createHistory`. */
  history: HistoryReader
  /** How often what may be tried. */
  tries: Tries
  /** How often programs may ask. */
  apiLimits: ApiLimits
  /** Who may create an account. */
  signUpGate: SignUpGate
  /** Null: no mail server is configured. */
  mailer: Mailer | null
  /** Origin people open in their browser. */
  origin: string
  /** Absolute path of the folder of the embedded database and the secret. */
  dataDir: string
}

const KEY = Symbol.for('interline.runtime')
type Holder = typeof globalThis & { [KEY]?: Runtime }

/** Called once, by server.ts. */
export function setRuntime(value: Runtime): void {
  const holder = globalThis as Holder
  if (holder[KEY]) throw new Error('The runtime is already set')
  holder[KEY] = value
}

/** The running product. Only call it while answering a request: `next build` imports modules in processes without one. */
export function runtime(): Runtime {
  const value = (globalThis as Holder)[KEY]
  if (!value) throw new Error('Interline is not running in this process: start it with "npm start" or "npm run dev", not with next itself')
  return value
}

/**
 * The database for what comes before a workspace: accounts, sessions, invitations, the gate itself. What has a scope uses
 * `memberDb`.
 */
export function db(): Database['db'] {
  return runtime().database.db
}

const memberDbs = new WeakMap<Scope, Db>()

/** The database as this member may use it: only the rows of their workspace are there. */
export function memberDb(scope: Scope): Db {
  const known = memberDbs.get(scope) ?? runtime().database.forWorkspace(scope.workspaceId)
  memberDbs.set(scope, known)
  return known
}
