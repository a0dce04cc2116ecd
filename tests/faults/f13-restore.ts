import { cpSync, rmSync } from 'node:fs'
import { beginGeneration } from '#/db/queries/installation.ts'
import { until } from '#/tests/support/until.ts'
import type { Fault } from './fault.ts'
import { play } from './play.ts'
import { wait } from './wait.ts'

/**
 * F13: the database is put back to an earlier state while pages with a later one stay open. They are turned away with all
 * they have; pages that are opened afterwards see the earlier state, once.
 */
export const restore: Fault = {
  id: 'F13',
  title: 'restored under open pages',
  backends: ['embedded'],
  run: (context) =>
    play(context, async (episode) => {
      const { stage, outcome, ledger } = episode
      const backup = `${stage.dataDir}-backup`
      for (let i = 0; i < (context.short ? 1 : 5); i++) {
        const pages = await episode.join(3)
        episode.work(25)
        await wait(800)
        episode.rest()
        await episode.saved()
        await stage.end('SIGTERM')
        cpSync(stage.dataDir, backup, { recursive: true })
        const kept = ledger.entries.length
        await stage.start()
        episode.work(25)
        await wait(800)
        episode.rest()
        await episode.saved()
        await stage.end('SIGTERM')

        rmSync(stage.dataDir, { recursive: true })
        cpSync(backup, stage.dataDir, { recursive: true })
        episode.pages = await stage.read(({ db }) => beginGeneration(db, new Date()))
        await stage.start()
        outcome.tried++
        await until('the pages are turned away', () => pages.every(({ desk }) => desk.refused() !== null), 20_000)
        await episode.leave('close')
        // What came after the backup is gone by intention.
        ledger.entries.splice(kept)
        rmSync(backup, { recursive: true })
      }
    }),
}
