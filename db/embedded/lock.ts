import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'

/** When the process started, in clock ticks since boot; "?" where the system does not say, null when there is no such process. */
function startOf(pid: number): string | null {
  try {
    process.kill(pid, 0)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ESRCH') return null
  }
  try {
    return readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ').pop()?.split(' ')[19] ?? '?'
  } catch {
    return existsSync('/proc/self/stat') ? null : '?'
  }
}

/**
 * Takes the data directory for this process, because PGlite itself does not lock and two writers silently lose data.
 * The lock is a file beside the directory with the pid and the start time of its process, so that a pid used again by
 * another program does not count. A live owner is never robbed.
 *
 * @returns a function that gives the directory back
 * @throws when another live process has it; the message names the directory and the pid
 */
export function lockDirectory(directory: string): () => void {
  const file = join(dirname(directory), `${basename(directory)}.lock`)
  const mine = `${process.pid}:${startOf(process.pid)}`
  for (let attempt = 0; attempt < 2; attempt++) {
    try {
      writeFileSync(file, mine, { flag: 'wx', mode: 0o600 })
      return () => rmSync(file, { force: true })
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error
    }
    const [pid = '', start = ''] = readFileSync(file, 'utf8').split(':')
    if (startOf(Number(pid)) === start)
      throw new Error(`The database in ${directory} is in use by process ${pid}. Stop that process, or set DATA_DIR to another folder.`)
    rmSync(file, { force: true })
  }
  throw new Error(`Cannot take the lock file ${file}`)
}
