import type { Fault } from './fault.ts'
import { play } from './play.ts'
import { wait } from './wait.ts'

const WITHIN_S = 5

/** F10: one person works offline for thousands of changes while others work on; then all is merged. */
export const offline: Fault = {
  id: 'F10',
  title: '5,000 changes offline, then merged',
  backends: ['embedded', 'server'],
  longOnly: ['server'],
  run: (context) =>
    play(context, async (episode) => {
      const { outcome } = episode
      const [network] = await episode.joinThrough(1)
      const [away] = episode.people
      const others = await episode.join(2)
      network?.cut()
      for (let edit = 0; edit < 5000; edit++) {
        away?.act()
        if (edit % 10 === 0) for (const other of others) other.act()
        if (edit % 50 === 0) await wait(1)
      }
      outcome.tried++
      network?.restore()
      const seconds = await episode.saved()
      outcome.recoverySeconds = seconds
      if (seconds > WITHIN_S) outcome.failures.push(`Saved ${seconds.toFixed(1)} s after the network came back, not within ${WITHIN_S} s`)
    }),
}
