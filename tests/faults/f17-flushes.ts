import { statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Fault } from './fault.ts'
import { play } from './play.ts'

/** F17: no power is cut. It counts that the embedded database flushes to disk at least once for every acknowledged change. */
export const flushes: Fault = {
  id: 'F17',
  title: 'flushes per acknowledged change',
  backends: ['embedded'],
  run(context) {
    const file = join(tmpdir(), `interline-flushes-${process.pid}`)
    writeFileSync(file, '')
    const flags = ['--import', `${new URL('./flush-counter.ts', import.meta.url).href}?file=${encodeURIComponent(file)}`]
    return play(
      context,
      async (episode) => {
        const { outcome } = episode
        const [person] = await episode.join(1)
        const before = statSync(file).size
        for (let edit = 0; edit < (context.short ? 50 : 500); edit++) {
          const entries = episode.ledger.entries.length
          while (episode.ledger.entries.length === entries) person?.act()
          await episode.saved()
          outcome.tried++
        }
        const count = statSync(file).size - before
        outcome.notes.push(`${count} flushes for ${outcome.tried} changes acknowledged one by one; a count of calls, not a power loss`)
        if (count < outcome.tried) outcome.failures.push(`Only ${count} flushes for ${outcome.tried} acknowledged changes`)
      },
      { flags },
    )
  },
}
