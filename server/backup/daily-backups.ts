import { type ChildProcess, spawn } from 'node:child_process'
import { readdir, rm } from 'node:fs/promises'
import { join } from 'node:path'
import type { Db } from '#/db/client.ts'
import { findLastBackup } from '#/db/queries/last-backup.ts'
import { log } from '#/server/log.ts'
import { lastBackup } from '#/server/metrics.ts'
import { copiesFolder } from '#/server/operator/copy-database.ts'

const DAY_MS = 24 * 3_600_000
const LOOK_EVERY_MS = 10 * 60_000
const OURS = /^interline-\d{8}T\d{6}Z\.backup\.gz$/

export interface DailyBackups {
  stop(): Promise<void>
}

export interface DailyBackupsOptions {
  db: Db
  dataDir: string
  /** Folder to put one a day into; absent: somebody else sees to backups. */
  backupDir: string | undefined
  /** How many stay there. */
  keep?: number
}

/** Removes what interrupted backups left behind, tells the metrics of the last one, and makes one a day where that is wanted. */
export async function startDailyBackups({ db, dataDir, backupDir, keep = 14 }: DailyBackupsOptions): Promise<DailyBackups> {
  await rm(copiesFolder(dataDir), { recursive: true, force: true })
  // Only a figure: a database that is slow to answer must not keep the product from starting.
  await findLastBackup(db).then(
    (at) => lastBackup.set(at / 1000),
    (error) => log.error('backup.last-unknown', error),
  )
  if (!backupDir) return { stop: async () => {} }
  let running: ChildProcess | null = null
  async function look(folder: string): Promise<void> {
    if (running || Date.now() - (await findLastBackup(db)) < DAY_MS) return
    // A process of its own, as when an operator asks for it: it reads a copy and asks this one to note the backup.
    running = spawn(process.execPath, [join(import.meta.dirname, '../../scripts/backup.ts'), '--to', `${folder}/`], {
      env: { ...process.env, DATA_DIR: dataDir },
      stdio: ['ignore', 'ignore', 'pipe'],
    })
    let errors = ''
    running.stderr?.on('data', (chunk: Buffer) => {
      errors = (errors + chunk).slice(-2000)
    })
    const code = await new Promise((resolve) => running?.once('error', resolve).once('close', resolve))
    running = null
    if (code !== 0) log.error('backup.failed', errors.trim() || String(code))
    else await removeOld(folder, keep)
  }
  const run = () => void look(backupDir).catch((error) => log.error('backup.failed', error))
  const timer = setInterval(run, LOOK_EVERY_MS)
  timer.unref()
  run()
  return {
    async stop() {
      clearInterval(timer)
      running?.kill('SIGTERM')
    },
  }
}

/** Their names are in order of time. */
async function removeOld(folder: string, keep: number): Promise<void> {
  const names = (await readdir(folder)).filter((name) => OURS.test(name)).sort()
  for (const name of names.slice(0, -keep)) await rm(join(folder, name))
}
