import { tcpProxy } from '#/tests/support/tcp-proxy.ts'
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
      const { outcome, stage } = episode
      const network = await tcpProxy(stage.port)
      try {
        const [away] = await episode.join(1, network.port)
        const others = await episode.join(2)
        network.cut()
        for (let edit = 0; edit < 5000; edit++) {
          away?.act()
          if (edit % 10 === 0) for (const other of others) other.act()
          if (edit % 50 === 0) await wait(1)
        }
        outcome.tried++
        network.restore()
        const seconds = await episode.saved()
        outcome.recoverySeconds = seconds
        if (seconds > WITHIN_S)
          outcome.failures.push(`Everything was saved ${seconds.toFixed(1)} s after the network came back, not within ${WITHIN_S} s`)
        await away?.leave('close')
        episode.people = others
      } finally {
        await network.close()
      }
    }),
}
