import { statfs } from 'node:fs/promises'

/** Free space below which nothing is written: enough for what is under way, a checkpoint and a recovery. Bytes. */
export const SPACE_RESERVED = 32 << 20
/** Free space above which writing goes on. */
export const SPACE_ENOUGH = 48 << 20
/** Free space without which the database is not started: recovering from its log would fail half-way. */
export const SPACE_TO_START = 16 << 20

/** Space that is left on the disk of a folder; without end where the system does not say. */
export async function freeBytes(folder: string): Promise<number> {
  try {
    const { bavail, bsize } = await statfs(folder)
    return bavail * bsize
  } catch {
    return Number.POSITIVE_INFINITY
  }
}

/** For the operator. */
export function noSpace(folder: string): string {
  return `No space is left for the database in ${folder}: it can be read, changes are not taken. Free space on that disk, or move the folder to a larger one and set DATA_DIR. What is saved is kept, and Interline goes on by itself.`
}
