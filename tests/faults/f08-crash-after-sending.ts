import type { Fault } from './fault.ts'
import { play } from './play.ts'
import { wait } from './wait.ts'

const AT_ONCE = 5

/** F8: desks crash within milliseconds of a change: it is there as a whole or not at all, and one that was acknowledged is there. */
export const crashAfterSending: Fault = {
  id: 'F8',
  title: 'client killed right after sending',
  backends: ['embedded', 'server'],
  longOnly: ['embedded'],
  run: (context) =>
    play(context, async (episode) => {
      const { outcome, rng } = episode
      const [stays] = await episode.join(1)
      for (let i = 0; i < (context.short ? 4 : 40); i++) {
        const people = await episode.join(AT_ONCE)
        for (const person of people) for (let n = 0; n < 10; n++) person.act()
        await Promise.all(
          people.map(async (person) => {
            await wait(rng.next() * 8)
            for (let n = 0; n < 3; n++) person.act()
            if (rng.chance(0.5)) await new Promise((resolve) => setImmediate(resolve))
            await person.leave('crash')
            outcome.tried++
          }),
        )
        episode.people = stays ? [stays] : []
        stays?.act()
      }
    }),
}
