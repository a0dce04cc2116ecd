import type { Episode } from './episode.ts'
import type { Fault } from './fault.ts'
import { play } from './play.ts'
import { wait } from './wait.ts'

const PEOPLE = 6
/** A server that is told to end has ended after so long, whatever hangs, s. */
const ENDS_WITHIN_S = 15

/** F2: the server is told to end while six people work, also with a commit that never comes back. All desks crash with it. */
export const terminate: Fault = {
  id: 'F2',
  title: 'server told to end, also hung',
  backends: ['embedded', 'server'],
  longOnly: ['embedded'],
  peers: ['server'],
  async run(context) {
    const { short, peer } = context
    return play(context, async (episode) => {
      for (let i = 0; i < (short || peer ? 2 : 15); i++) await endOnce(episode, false)
      for (let i = 0; i < (short || peer ? 1 : 3); i++) await endOnce(episode, true)
    })
  },
}

async function endOnce(episode: Episode, isHung: boolean): Promise<void> {
  const { stage, outcome, rng } = episode
  await episode.join(PEOPLE)
  episode.work(25)
  await wait(500 + rng.next() * 1000)
  if (isHung) {
    await stage.server?.ask({ do: 'faults', faults: { writes: 'hang' } })
    await wait(300)
  }
  outcome.tried++
  const since = performance.now()
  const code = await stage.end('SIGTERM')
  const seconds = (performance.now() - since) / 1000
  outcome.sigtermSeconds = Math.max(outcome.sigtermSeconds ?? 0, seconds)
  if (seconds > ENDS_WITHIN_S) outcome.failures.push(`The server had not ended ${ENDS_WITHIN_S} s after it was told to`)
  if (code !== 0 && !isHung) outcome.failures.push(`The server ended with ${code}`)
  await episode.leave('crash')
  await stage.start()
}
