import { constants } from 'node:fs'
import { copyFile, mkdir, readdir, stat, statfs, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Pool } from 'pg'

/** Folders whose content belongs to the running process alone, as `pg_basebackup` leaves them out; the log is copied last. */
const EMPTY = new Set(['pg_wal', 'pg_dynshmem', 'pg_notify', 'pg_replslot', 'pg_serial', 'pg_snapshots', 'pg_stat_tmp', 'pg_subtrans'])
const LEFT_OUT = /^(?:postmaster\.(?:pid|opts)|pgsql_tmp.*|backup_label.*)$/
/** Room that the copy's own recovery takes, bytes. */
const SPARE = 64 << 20

/**
 * Copies the folder of the embedded database while it is being written to: a base backup as PostgreSQL defines it. The
 * files are copied one by one as they are at that moment; the write-ahead log from `pg_backup_start` on, copied last, makes
 * one state of them when the copy is opened: that of `pg_backup_stop`. Queries wait for a checkpoint, never for the copying.
 *
 * @param to a folder that does not exist yet
 * @throws when the disk has no room for it, or the database was restarted meanwhile
 */
export async function copyEmbedded(pool: Pool, from: string, to: string): Promise<void> {
  await refuseFullDisk(from, to)
  await mkdir(to, { recursive: true, mode: 0o700 })
  await pool.query(`select pg_backup_start('interline copy', true)`)
  let stopped: { rows: { labelfile: string }[] } | undefined
  try {
    await copyFolder(from, to)
  } finally {
    stopped = await pool.query<{ labelfile: string }>('select labelfile from pg_backup_stop(false)')
  }
  await copyFolder(join(from, 'pg_wal'), join(to, 'pg_wal'))
  await writeFile(join(to, 'backup_label'), stopped.rows[0]?.labelfile ?? '')
}

async function copyFolder(from: string, to: string): Promise<void> {
  await mkdir(to, { recursive: true, mode: 0o700 })
  for (const entry of await readdir(from, { withFileTypes: true })) {
    if (LEFT_OUT.test(entry.name)) continue
    const [source, target] = [join(from, entry.name), join(to, entry.name)]
    if (entry.isDirectory() && EMPTY.has(entry.name)) await mkdir(target, { mode: 0o700 })
    else if (entry.isDirectory()) await copyFolder(source, target)
    else await copyFile(source, target, constants.COPYFILE_FICLONE).catch(ignoreMissing)
  }
}

/** A file that went away between listing and copying: the log says so too. */
function ignoreMissing(error: NodeJS.ErrnoException): void {
  if (error.code !== 'ENOENT') throw error
}

async function refuseFullDisk(from: string, to: string): Promise<void> {
  const parent = join(to, '..')
  await mkdir(parent, { recursive: true, mode: 0o700 })
  const { bavail, bsize } = await statfs(parent)
  const [needed, free] = [(await sizeOf(from)) + SPARE, bavail * bsize]
  if (free >= needed) return
  const mb = (bytes: number) => `${Math.ceil(bytes / (1 << 20))} MB`
  throw new Error(`A copy of the database needs ${mb(needed)} for a moment, and the disk of ${parent} has ${mb(free)} left.`)
}

/** Bytes of all files below a folder. */
async function sizeOf(folder: string): Promise<number> {
  let bytes = 0
  for (const entry of await readdir(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name)
    bytes += entry.isDirectory()
      ? await sizeOf(path)
      : await stat(path).then(
          (file) => file.size,
          () => 0,
        )
  }
  return bytes
}
