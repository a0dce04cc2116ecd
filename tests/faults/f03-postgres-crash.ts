import type { Fault } from './fault.ts'
import { withPostgres } from './own-postgres.ts'
import { play } from './play.ts'
import { wait } from './wait.ts'

/** F3: PostgreSQL ends at once and comes back while six people work. */
export const postgresCrash: Fault = {
  id: 'F3',
  title: 'PostgreSQL crashes, comes back',
  backends: ['server'],
  run: (context) =>
    withPostgres((postgres) =>
      play({ ...context, url: postgres.url }, async (episode) => {
        const { outcome, rng } = episode
        await episode.join(6)
        for (let i = 0; i < (context.short ? 2 : 12); i++) {
          episode.work(25)
          await wait(500 + rng.next() * 1000)
          await postgres.crash()
          outcome.tried++
          await wait(200 + rng.next() * 2000)
          await postgres.start()
          episode.rest()
          outcome.recoverySeconds = Math.max(outcome.recoverySeconds ?? 0, await episode.saved())
        }
      }),
    ),
}
