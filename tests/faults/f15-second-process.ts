import { freePort } from '#/tests/support/free-port.ts'
import { spawnCollab } from '#/tests/support/spawn-collab.ts'
import type { Fault } from './fault.ts'
import { play } from './play.ts'

/** F15: a second process is started on the folder of the embedded database while the first one works. */
export const secondProcess: Fault = {
  id: 'F15',
  title: 'second process on one folder',
  backends: ['embedded'],
  run: (context) =>
    play(context, async (episode) => {
      const { stage, outcome } = episode
      await episode.join(3)
      episode.work(30)
      for (let i = 0; i < (context.short ? 1 : 5); i++) {
        outcome.tried++
        const second = await spawnCollab({ dataDir: stage.dataDir, port: await freePort(), editors: 0 }).catch((error: Error) => error)
        if (!(second instanceof Error)) {
          await second.end('SIGKILL')
          outcome.failures.push('The second process started')
        } else if (!second.message.includes(`in use by process ${stage.server?.pid}`) || !second.message.includes('exit code 1'))
          outcome.failures.push(`The second process did not name the first: ${second.message.slice(-400)}`)
      }
      episode.rest()
      await episode.saved()
    }),
}
