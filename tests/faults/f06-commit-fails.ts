import type { Faults } from '#/tests/support/fault-switch.ts'
import type { Episode } from './episode.ts'
import { watchFalseSaved } from './f04-postgres-paused.ts'
import type { Fault } from './fault.ts'
import { play } from './play.ts'
import { wait } from './wait.ts'

const ROUNDS: Faults[] = [
  { writes: 'before', times: 1 },
  { writes: 'after', times: 1 },
  { writes: 'before', share: 0.1 },
  { writes: 'after', share: 0.1 },
  { writes: 'before' },
]
const GRACE_MS = 300

/** F6: commits fail: once, one in ten, all of them; before they reach the database, or with their answer lost on the way back. */
export const commitFails: Fault = {
  id: 'F6',
  title: 'commit fails once, 10 %, always',
  backends: ['embedded', 'server'],
  longOnly: ['server'],
  peers: ['server'],
  run: (context) =>
    play(context, async (episode) => {
      episode.outcome.falseSavedMs = 0
      await episode.join(6)
      for (let i = 0; i < (context.short || context.peer ? 1 : 4); i++) for (const faults of ROUNDS) await failCommits(episode, faults)
      const { falseSavedMs } = episode.outcome
      if (falseSavedMs && !context.peer)
        episode.outcome.failures.push(`"Saved" for ${falseSavedMs.toFixed(0)} ms while every commit failed`)
    }),
}

async function failCommits(episode: Episode, faults: Faults): Promise<void> {
  const { stage, outcome } = episode
  episode.work(25)
  await wait(300)
  outcome.tried++
  await stage.server?.ask({ do: 'faults', faults })
  if (faults.share || faults.times) await wait(1500)
  else {
    await wait(GRACE_MS)
    outcome.falseSavedMs = (outcome.falseSavedMs ?? 0) + (await watchFalseSaved(episode, 3000))
  }
  await stage.server?.ask({ do: 'faults', faults: { writes: 'none' } })
  episode.rest()
  outcome.recoverySeconds = Math.max(outcome.recoverySeconds ?? 0, await episode.saved())
}
