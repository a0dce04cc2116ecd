import type { Episode } from './episode.ts'
import type { Fault, FaultContext } from './fault.ts'
import type { Outcome } from './outcome.ts'
import { withPostgres } from './own-postgres.ts'
import { play } from './play.ts'
import { wait } from './wait.ts'

const PEOPLE = 6
/** A server that is told to end has ended after so long, whatever hangs, s. */
const ENDS_WITHIN_S = 15

/** F2: the server is told to end while six people work, also with a commit that never comes back. All desks crash with it. */
export const terminate: Fault = {
  id: 'F2',
  title: 'server told to end, also hung',
  backends: ['embedded', 'server', 'product'],
  longOnly: ['embedded'],
  peers: ['server'],
  run(context) {
    if (context.backend !== 'product')
      return playEnds(context, ({ stage }) => stage.server?.ask({ do: 'faults', faults: { writes: 'hang' } }))
    // The whole product has no switch for faults: its database is suspended.
    return withPostgres((postgres) =>
      playEnds(
        { ...context, url: postgres.url },
        () => postgres.pause(),
        () => postgres.resume(),
      ),
    )
  },
}

function playEnds(context: FaultContext, hang: (episode: Episode) => unknown, mend: () => void = () => {}): Promise<Outcome> {
  const isFew = context.short || context.peer || context.backend === 'product'
  return play(context, async (episode) => {
    for (let i = 0; i < (isFew ? 2 : 15); i++) await endOnce(episode, null, mend)
    for (let i = 0; i < (isFew ? 1 : 3); i++) await endOnce(episode, hang, mend)
  })
}

async function endOnce(episode: Episode, hang: ((episode: Episode) => unknown) | null, mend: () => void): Promise<void> {
  const { stage, outcome, rng } = episode
  await episode.join(PEOPLE)
  episode.work(25)
  await wait(500 + rng.next() * 1000)
  if (hang) {
    await hang(episode)
    await wait(300)
  }
  outcome.tried++
  const since = performance.now()
  const code = await stage.end('SIGTERM')
  const seconds = (performance.now() - since) / 1000
  outcome.sigtermSeconds = Math.max(outcome.sigtermSeconds ?? 0, seconds)
  if (seconds > ENDS_WITHIN_S) outcome.failures.push(`The server had not ended ${ENDS_WITHIN_S} s after it was told to`)
  mend()
  // With 1 it says itself that something took longer than it may.
  if (code !== 0 && !hang && !stage.log.includes('stop.step-late')) outcome.failures.push(`The server ended with ${code}`)
  await episode.leave('crash')
  await stage.start()
}
