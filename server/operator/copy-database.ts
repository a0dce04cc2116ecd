import { randomUUID } from 'node:crypto'
import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import { z } from 'zod'
import { command } from './command.ts'

/** Where copies of an embedded database stand while a script reads them. */
export const copiesFolder = (dataDir: string) => join(dataDir, 'copies')

/** Where the copy is; null: none is needed. */
export interface DatabaseCopy {
  folder: string | null
}

const input = z.object({})

/**
 * Copies the embedded database for a script that wants to read much of it, without anybody waiting for that. The script
 * removes the folder it is told. For a database server the answer is no folder: connect to it.
 */
export const copyDatabase = command<z.infer<typeof input>, DatabaseCopy>({
  input,
  async run(_, { database, dataDir }) {
    if (!database.copyTo) return { ok: true, folder: null }
    const folder = join(copiesFolder(dataDir), randomUUID())
    try {
      await database.copyTo(join(folder, 'pg'))
      return { ok: true, folder }
    } catch (error) {
      await rm(folder, { recursive: true, force: true })
      return { ok: false, message: error instanceof Error ? error.message : String(error) }
    }
  },
})
