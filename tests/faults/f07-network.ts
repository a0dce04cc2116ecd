import type { TcpProxy } from '#/tests/support/tcp-proxy.ts'
import { until } from '#/tests/support/until.ts'
import type { Episode } from './episode.ts'
import type { Fault } from './fault.ts'
import { play } from './play.ts'
import { wait } from './wait.ts'

const PEOPLE = 6
/** A connection that is dead without a word is noticed in so long, ms. */
const NOTICED_WITHIN_MS = 10_000

/** F7: networks that cut, that die without a word, that pass on seven bytes at a time, slowly, or late after a reconnection. */
export const network: Fault = {
  id: 'F7',
  title: 'cut, dead, sliced, slow, late network',
  backends: ['embedded', 'server'],
  longOnly: ['server'],
  run: (context) =>
    play(context, async (episode) => {
      const networks = await episode.joinThrough(PEOPLE)
      for (let i = 0; i < (context.short ? 1 : 5); i++)
        for (const treat of [slice, slowDown, cutAtRandom, arriveLate, die]) {
          episode.work(40)
          await treat(episode, networks)
          episode.outcome.tried++
          episode.rest()
          for (const network of networks) network.set({})
          episode.outcome.recoverySeconds = Math.max(episode.outcome.recoverySeconds ?? 0, await episode.saved())
        }
    }),
}

type Treatment = (episode: Episode, networks: readonly TcpProxy[]) => Promise<void>

const slice: Treatment = async (_, networks) => {
  for (const network of networks) network.set({ sliceBytes: 7 })
  await wait(1500)
}

const slowDown: Treatment = async (_, networks) => {
  for (const network of networks) network.set({ delayMs: [20, 500] })
  await wait(2000)
}

const cutAtRandom: Treatment = async ({ rng }, networks) => {
  for (let i = 0; i < 12; i++) {
    const network = rng.pick(networks)
    network.cut()
    await wait(rng.next() * 250)
    network.restore()
  }
}

/** What was sent on the old connection arrives when the new one stands. */
const arriveLate: Treatment = async ({ rng }, networks) => {
  for (let i = 0; i < 2; i++) {
    for (const network of networks) network.breakLate(400 + rng.next() * 800)
    await wait(1300)
  }
}

const die: Treatment = async (episode, networks) => {
  for (const network of networks) network.swallow()
  const since = performance.now()
  await until('everybody has noticed', () => episode.people.every(({ desk }) => !desk.isSynced()), 30_000)
  const ms = performance.now() - since
  if (ms > NOTICED_WITHIN_MS) episode.outcome.failures.push(`A dead connection was noticed after ${(ms / 1000).toFixed(1)} s`)
  episode.rest()
  for (const network of networks) {
    network.cut()
    network.restore()
  }
}
