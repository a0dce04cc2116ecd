import { openDatabase } from '#/db/client.ts'
import type { TcpProxy } from '#/tests/support/tcp-proxy.ts'
import type { Episode } from './episode.ts'
import type { Fault } from './fault.ts'
import { play } from './play.ts'
import { wait } from './wait.ts'
import { Witness } from './witness.ts'

const PEOPLE = 6
const LATENCY_MS = 150
const SESSION_MS = 300
const OFFLINE_EDITS = 5
const LOOK_EVERY_MS = 15

/** F9: slow networks, slow session lookups, work done offline: whoever is told "Saved" is held against what is committed. */
export const falseSaved: Fault = {
  id: 'F9',
  title: '"Saved" held against the log',
  backends: ['server'],
  peers: ['server'],
  run: (context) =>
    play(
      context,
      async (episode) => {
        const { outcome } = episode
        const database = await openDatabase({ url: context.url as string, migrate: false })
        episode.cleanups.push(() => database.close())
        const networks = await episode.joinThrough(PEOPLE, LATENCY_MS)
        const witness = new Witness(database, episode.document, context.peer)
        const rounds = context.short ? 2 : context.peer ? 4 : 17
        for (let round = 0; round < rounds; round++) {
          await reconnectOnce(episode, networks, witness)
          outcome.tried += PEOPLE
        }
        outcome.falseSavedMs = witness.falseMs
        outcome.notes.push(`"Saved" was held against the log ${witness.claims} times`)
        if (witness.falseMs > 0 && !context.peer) outcome.failures.push(`"Saved" was false for ${witness.falseMs.toFixed(0)} ms`)
      },
      { sessionDelayMs: SESSION_MS, people: PEOPLE },
    ),
}

/** Everybody loses the network, works on, gets it back and works through the reconnection, while the witness looks. */
async function reconnectOnce(episode: Episode, networks: readonly TcpProxy[], witness: Witness): Promise<void> {
  for (const network of networks) network.cut()
  for (const person of episode.people) for (let i = 0; i < OFFLINE_EDITS; i++) person.act()
  await witness.look(episode.people)
  for (const network of networks) network.restore()
  episode.work(60)
  const resting = wait(1200 + episode.rng.next() * 1200).then(() => episode.rest())
  let isDone = false
  const done = resting
    .then(() => episode.saved())
    .finally(() => {
      isDone = true
    })
  while (!isDone) {
    await witness.look(episode.people)
    await wait(LOOK_EVERY_MS)
  }
  await done
  await witness.look(episode.people)
}
