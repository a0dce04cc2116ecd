import { randomBytes } from 'node:crypto'
import { existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Database, openDatabase } from '#/db/client.ts'
import { mintScope } from '#/db/scope.ts'
import type { ProcessOptions, ProcessStarted } from '#/tests/support/collab-process.ts'
import { freePort } from '#/tests/support/free-port.ts'
import { type LiveDocument, makeLiveDocument } from '#/tests/support/live-document.ts'
import { snapshotFile } from '#/tests/support/snapshot.ts'
import { type SpawnedCollab, spawnCollab } from '#/tests/support/spawn-collab.ts'
import { makePeople, spawnProduct, withDatabase } from './spawn-product.ts'

/** Where the collaboration server keeps everything; `product`: the whole product, on a PostgreSQL server. */
export type Backend = 'embedded' | 'server' | 'product'

/** What differs between stages. */
export interface StageOptions {
  backend: Backend
  /** A bare Hocuspocus in place of the product. */
  peer?: boolean
  /** A migrated, empty database on a PostgreSQL server; for `server`. */
  url?: string
  /** Folder for the embedded database; absent: a temporary one that goes with the stage. */
  folder?: string
  people?: number
  sessionDelayMs?: number
  sessionMs?: number
  /** Flags of Node for the server's process. */
  flags?: readonly string[]
}

/** What was written survives a killed process here as on a disk, and flushing costs nothing: a fault is tried more often. */
const MEMORY = '/dev/shm'
/** A server that was told to end and has not is killed after so long, ms. */
const KILLED_AFTER_MS = 20_000
/** Characters of logs that are kept. */
const MOST_LOG = 500_000

/** Words that every document begins with. */
export const SEEDED = ['Start', 'end']

// Cookies of this run only; the server's process inherits it.
process.env.NEXTAUTH_SECRET ??= randomBytes(32).toString('base64')

/** A collaboration server that comes and goes, on the database that stays. */
export class Stage {
  readonly options: StageOptions
  readonly folder: string
  port = 0
  server: SpawnedCollab | null = null
  /** Flags of Node for the next start. */
  flags: readonly string[]
  #first: ProcessStarted | null = null
  /** What the servers wrote that have ended. */
  #written = ''

  constructor(options: StageOptions) {
    this.options = options
    this.folder = options.folder ?? mkdtempSync(join(existsSync(MEMORY) ? MEMORY : tmpdir(), 'interline-faults-'))
    this.flags = options.flags ?? []
    process.on('exit', this.#remove)
  }

  /** Starts the server, with its people the first time. */
  async start(): Promise<SpawnedCollab> {
    this.port ||= await freePort()
    this.server = await (this.options.backend === 'product' ? this.#spawnProduct() : this.#spawnCollab())
    this.#first ??= this.server.started
    return this.server
  }

  async #spawnCollab(): Promise<SpawnedCollab> {
    const { backend, url, people = 6, sessionDelayMs, sessionMs, peer } = this.options
    const where: Partial<ProcessOptions> = backend === 'server' ? { url } : { dataDir: this.dataDir, snapshot: await snapshotFile() }
    const editors = this.#first ? 0 : people
    const program = peer ? join(import.meta.dirname, 'peer-process.ts') : undefined
    return spawnCollab({ ...where, port: this.port, editors, sessionDelayMs, sessionMs }, this.flags, program)
  }

  async #spawnProduct(): Promise<SpawnedCollab> {
    const { url = '', people = 6 } = this.options
    const product = await spawnProduct({ url, dataDir: this.folder, port: this.port })
    if (!this.#first) Object.assign(product.started, await withDatabase(url, (database) => makePeople(database, people)))
    return product
  }

  /** Ends the server; one that does not end by itself is killed. @returns its exit code; null: it was killed */
  async end(signal: 'SIGKILL' | 'SIGTERM'): Promise<number | null> {
    const { server } = this
    this.server = null
    const late = setTimeout(() => void server?.end('SIGKILL'), KILLED_AFTER_MS)
    const code = await server?.end(signal)
    clearTimeout(late)
    this.#written = (this.#written + (server?.log() ?? '')).slice(-MOST_LOG)
    return code ?? null
  }

  /** The people and the address, as the first start made them. */
  get first(): ProcessStarted & { workspaceId: string } {
    if (!this.#first?.workspaceId) throw new Error('The stage was never started')
    return { ...this.#first, workspaceId: this.#first.workspaceId }
  }

  get dataDir(): string {
    return join(this.folder, 'pg')
  }

  /** A new document on the running server. */
  async makeDocument(): Promise<LiveDocument> {
    const { workspaceId, people } = this.first
    if (!this.server) throw new Error('The server does not run')
    const [userId, words] = [people[0]?.user.id ?? '', `${SEEDED[0]}  ${SEEDED[1]}`]
    if (this.options.backend !== 'product') return this.server.ask({ do: 'document', workspaceId, userId, words })
    return this.read(({ db }) => makeLiveDocument(db, mintScope(workspaceId, userId, 'owner'), words))
  }

  /** Reads the database itself. The embedded one belongs to one process: its server must have ended. */
  async read<T>(read: (database: Database) => Promise<T>): Promise<T> {
    const { backend, url } = this.options
    const database = await openDatabase({ ...(backend === 'embedded' ? { dataDir: this.dataDir } : { url }), migrate: false })
    try {
      return await read(database)
    } finally {
      await database.close()
    }
  }

  /** The end of what all servers wrote here, the present one's last. */
  get log(): string {
    return this.#written + (this.server?.log() ?? '')
  }

  async close(): Promise<void> {
    await this.server?.end('SIGKILL')
    this.#remove()
    process.off('exit', this.#remove)
  }

  readonly #remove = () => {
    if (!this.options.folder) rmSync(this.folder, { recursive: true, force: true })
  }
}
