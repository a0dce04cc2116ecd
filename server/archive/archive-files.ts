import { mkdirSync, statSync } from 'node:fs'
import { readdir, rm, statfs } from 'node:fs/promises'
import { join } from 'node:path'
import { log } from '#/server/log.ts'

/** How long archives stay on the server, made or sent, ms. */
const KEEP_MS = 6 * 3600_000
const LOOK_EVERY_MS = 600_000

/** An archive that waits to be downloaded. */
export interface MadeArchive {
  bytes: number
  /** ms since 1970. */
  at: number
}

/** Where archives are between people and the database: a folder that only the server's user can read. */
export class ArchiveFiles {
  readonly #folder: string
  readonly #timer: NodeJS.Timeout

  constructor(dataDir: string) {
    this.#folder = join(dataDir, 'archives')
    mkdirSync(this.#folder, { recursive: true, mode: 0o700 })
    this.#timer = setInterval(() => void this.#sweep(KEEP_MS), LOOK_EVERY_MS)
    this.#timer.unref()
    // Whoever waited for one does not wait any more: what was sent or half made when the process ended is of no use.
    void this.#sweep(0)
  }

  /** Of a workspace, to be downloaded: its latest. */
  made(workspaceId: string): string {
    return join(this.#folder, `${workspaceId}.made`)
  }

  /** By a person, to be loaded: their latest. */
  sent(userId: string): string {
    return join(this.#folder, `${userId}.sent`)
  }

  /** The archive that can be downloaded; null: none. */
  findMade(workspaceId: string): MadeArchive | null {
    const stats = statSync(this.made(workspaceId), { throwIfNoEntry: false })
    return stats ? { bytes: stats.size, at: stats.mtimeMs } : null
  }

  /** Whether the disk takes an archive of that many bytes, and still as much again for loading it and for everybody's work. */
  async hasRoomFor(bytes: number): Promise<boolean> {
    const { bavail, bsize } = await statfs(this.#folder)
    return bavail * bsize > 3 * bytes
  }

  async stop(): Promise<void> {
    clearInterval(this.#timer)
  }

  async #sweep(olderThan: number): Promise<void> {
    try {
      for (const name of await readdir(this.#folder)) {
        const path = join(this.#folder, name)
        const stats = statSync(path, { throwIfNoEntry: false })
        if (stats && Date.now() - stats.mtimeMs >= olderThan) await rm(path, { force: true })
      }
    } catch (error) {
      log.error('archive.sweep', error)
    }
  }
}
