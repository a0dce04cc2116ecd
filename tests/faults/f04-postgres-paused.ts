import type { Episode } from './episode.ts'
import type { Fault } from './fault.ts'
import { withPostgres } from './own-postgres.ts'
import { play } from './play.ts'
import { wait } from './wait.ts'

/** What was committed before the pause may still be on its way to a desk for so long, ms. */
const GRACE_MS = 300
/** Nobody may be told "Saved" so long after a change that is not, ms. */
const SAYS_SAVING_WITHIN_MS = 3000
const LOOK_EVERY_MS = 20

/** F4: PostgreSQL is suspended while six people work: nothing is committed, so nothing may be called saved. */
export const postgresPaused: Fault = {
  id: 'F4',
  title: 'PostgreSQL suspended 4 s, 60 s',
  backends: ['server'],
  run: (context) =>
    withPostgres((postgres) =>
      play({ ...context, url: postgres.url }, async (episode) => {
        const { outcome, rng } = episode
        outcome.falseSavedMs = 0
        if (context.short) outcome.notes.push('The short form suspends it for 4 s only')
        await episode.join(6)
        for (const seconds of context.short ? [4] : [4, 4, 4, 60]) {
          episode.work(40)
          await wait(500 + rng.next() * 500)
          postgres.pause()
          outcome.tried++
          try {
            await wait(GRACE_MS)
            outcome.falseSavedMs += await watchFalseSaved(episode, seconds * 1000 - GRACE_MS)
          } finally {
            postgres.resume()
          }
          episode.rest()
          outcome.recoverySeconds = Math.max(outcome.recoverySeconds ?? 0, await episode.saved())
        }
        if (outcome.falseSavedMs > 0)
          outcome.failures.push(`"Saved" for ${outcome.falseSavedMs.toFixed(0)} ms while nothing could be committed`)
      }),
    ),
}

/** For how long desks say that something was saved while nothing can be, ms. People work on for the first seconds. */
export async function watchFalseSaved(episode: Episode, forMs: number): Promise<number> {
  const began = performance.now()
  const acknowledged = episode.people.map(({ desk }) => desk.acknowledged('text') + desk.acknowledged('layer'))
  let falseMs = 0
  let last = began
  while (performance.now() - began < forMs) {
    await wait(LOOK_EVERY_MS)
    const now = performance.now()
    if (now - began > 10_000) episode.rest()
    const isFalse = episode.people.some(
      ({ desk }, at) =>
        desk.acknowledged('text') + desk.acknowledged('layer') > (acknowledged[at] ?? 0) ||
        (now - began > SAYS_SAVING_WITHIN_MS && desk.saysSaved()),
    )
    if (isFalse) falseMs += now - last
    last = now
  }
  return falseMs
}
