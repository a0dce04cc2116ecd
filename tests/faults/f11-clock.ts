import type { Fault } from './fault.ts'
import { play } from './play.ts'
import { wait } from './wait.ts'

const DAY_MS = 86_400_000
const SERVER_CLOCKS = [DAY_MS, -DAY_MS, 0]

/** F11: the server's clock is a day ahead of everybody's, then a day behind, then right; it is killed in between. */
export const clock: Fault = {
  id: 'F11',
  title: 'clocks a day apart, both ways',
  backends: ['embedded'],
  run: (context) =>
    play(
      context,
      async (episode) => {
        const { stage, outcome } = episode
        for (const ms of context.short ? SERVER_CLOCKS : [...SERVER_CLOCKS, ...SERVER_CLOCKS]) {
          await stage.end('SIGKILL')
          stage.flags = clockFlags(ms)
          await stage.start()
          await episode.join(3)
          episode.work(25)
          await wait(1000)
          episode.rest()
          await episode.saved()
          outcome.tried++
          await episode.leave('crash')
        }
        stage.flags = []
      },
      { sessionMs: 10 * DAY_MS },
    ),
}

function clockFlags(ms: number): string[] {
  return ['--import', `${new URL('./clock.ts', import.meta.url).href}?ms=${ms}`]
}
