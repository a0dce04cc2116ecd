import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync, statfsSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Episode } from './episode.ts'
import type { Fault } from './fault.ts'
import { emptyOutcome } from './outcome.ts'
import { play } from './play.ts'
import { wait } from './wait.ts'

/** Room for the database, for what grows in the test, and for what the product keeps free. */
const DISK_MB = 500

/** F5: the disk of the embedded database fills up while six people work, and gets room again. */
export const diskFull: Fault = {
  id: 'F5',
  title: 'disk full, then room again',
  backends: ['embedded'],
  async run(context) {
    const folder = mkdtempSync(join(tmpdir(), 'interline-disk-'))
    try {
      execFileSync('mount', ['-t', 'tmpfs', '-o', `size=${DISK_MB}m`, 'tmpfs', folder], { stdio: 'pipe' })
    } catch {
      rmSync(folder, { recursive: true, force: true })
      return { ...emptyOutcome(), notes: ['left out: mounting a small disk needs root'] }
    }
    try {
      return await play(context, (episode) => fillOnce(episode, folder, context.short ? 1 : 3), { folder })
    } finally {
      execFileSync('umount', ['-l', folder])
      rmSync(folder, { recursive: true, force: true })
    }
  },
}

async function fillOnce(episode: Episode, folder: string, times: number): Promise<void> {
  const { outcome, stage } = episode
  await episode.join(6)
  for (let i = 0; i < times; i++) {
    episode.work(25)
    await wait(700)
    const filler = join(folder, 'filler')
    fill(folder, filler)
    outcome.tried++
    await wait(4000)
    const acknowledged = episode.people.map(({ desk }) => desk.saysSaved())
    if (acknowledged.every(Boolean)) outcome.notes.push('What was written fitted into files that were there')
    rmSync(filler)
    if (!stage.server || stage.server.exited()) {
      outcome.notes.push('the server ended on the full disk and was started again')
      await stage.start()
    }
    episode.rest()
    outcome.recoverySeconds = Math.max(outcome.recoverySeconds ?? 0, await episode.saved())
  }
}

/** Leaves no room at all. */
function fill(folder: string, file: string): void {
  const { bavail, bsize } = statfsSync(folder)
  try {
    writeFileSync(file, Buffer.alloc(bavail * bsize))
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOSPC') throw error
  }
}
