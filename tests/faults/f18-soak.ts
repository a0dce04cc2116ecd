import { readdirSync, readFileSync, readlinkSync } from 'node:fs'
import type { Episode } from './episode.ts'
import type { Fault } from './fault.ts'
import { play } from './play.ts'
import { wait } from './wait.ts'

const PEOPLE = 20
/** Of the people, every second. */
const CHURN = 0.05
/** Sockets that a server may have open more than before anybody came: of the one who is left, and to the database. */
const SPARE_SOCKETS = 10

/** F18: twenty people work, and every second one of them is replaced. */
export const soak: Fault = {
  id: 'F18',
  title: 'soak: 20 people, 5 % churn',
  backends: ['embedded', 'server'],
  longOnly: ['server'],
  run: (context) =>
    play(
      context,
      async (episode) => {
        const { stage, outcome } = episode
        const pid = stage.server?.pid as number
        const sockets = openSockets(pid)
        await episode.join(PEOPLE)
        const sizes: number[] = []
        for (let second = 0; second < (context.short ? 4 : 60); second++) {
          episode.work(context.short ? 200 : 100)
          await wait(1000)
          episode.rest()
          for (let i = 0; i < PEOPLE * CHURN; i++) await replaceOne(episode)
          outcome.tried++
          sizes.push(residentMB(pid))
        }
        await episode.saved()
        const last = await episode.join(1)
        const gone = episode.people.filter((person) => !last.includes(person))
        episode.people = last
        await Promise.all(gone.map((person) => person.leave('close')))
        await wait(1000)
        const more = openSockets(pid) - sockets
        outcome.notes.push(
          `memory ${sizes[0]?.toFixed(0)} MB after 1 s, ${sizes.at(-1)?.toFixed(0)} MB after ${sizes.length} s; ${more} sockets more than before, with one desk left`,
        )
        if (more > SPARE_SOCKETS) outcome.failures.push(`${more} sockets more than before anybody came`)
      },
      { people: PEOPLE },
    ),
}

async function replaceOne(episode: Episode): Promise<void> {
  const leaver = episode.rng.pick(episode.people)
  episode.people = episode.people.filter((person) => person !== leaver)
  await leaver.leave(episode.rng.chance(0.5) ? 'close' : 'crash')
  await episode.join(1)
}

function residentMB(pid: number): number {
  return Number(/^VmRSS:\s+(\d+)/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1]) / 1024
}

function openSockets(pid: number): number {
  const folder = `/proc/${pid}/fd`
  return readdirSync(folder).filter((fd) => isSocket(`${folder}/${fd}`)).length
}

function isSocket(link: string): boolean {
  try {
    return readlinkSync(link).startsWith('socket:')
  } catch {
    return false
  }
}
