import { Episode } from './episode.ts'
import type { Fault } from './fault.ts'
import { keepLog } from './keep-log.ts'
import { addOutcome, emptyOutcome } from './outcome.ts'
import { Stage } from './stage.ts'
import { wait } from './wait.ts'

const PEOPLE = 6
const KILLS_PER_DOCUMENT = 10

/**
 * F1: the server is killed while six people work. After every other kill all desks crash too, so that nobody is left who
 * could repair what the server lost; otherwise they work on through it.
 */
export const kill: Fault = {
  id: 'F1',
  title: 'server killed while 6 work',
  backends: ['embedded', 'server', 'product'],
  peers: ['embedded'],
  async run({ backend, peer, url, seed, short, progress }) {
    const sum = emptyOutcome()
    const kills = peer || backend === 'product' ? (short ? 2 : 10) : short ? 10 : 100
    const stage = new Stage({ backend, url, peer, people: PEOPLE })
    try {
      while (sum.tried < kills) {
        await stage.start()
        const episode = new Episode(stage, await stage.makeDocument(), seed + sum.tried)
        await episode.join(PEOPLE)
        for (let i = 0; i < Math.min(kills, KILLS_PER_DOCUMENT); i++) await killOnce(episode)
        addOutcome(sum, await episode.finish())
        progress(`${sum.tried} kills, ${sum.acknowledged} acknowledged, ${sum.lost} lost`)
        if (sum.failures.length > 0 && !peer) break
      }
      keepLog(stage, sum, peer)
    } finally {
      await stage.close()
    }
    return sum
  },
}

async function killOnce(episode: Episode): Promise<void> {
  const { stage, outcome, rng } = episode
  episode.work(25)
  await wait(600 + rng.next() * 1400)
  const alone = rng.chance(0.5)
  await stage.end('SIGKILL')
  outcome.tried++
  if (alone) await episode.leave('crash')
  await stage.start()
  if (alone) await episode.join(PEOPLE)
  episode.rest()
  outcome.recoverySeconds = Math.max(outcome.recoverySeconds ?? 0, await episode.saved())
}
