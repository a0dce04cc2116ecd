import { fork } from 'node:child_process'
import { join } from 'node:path'
import { goFirst } from '#/bench/sync/priority.ts'
import type { SitePerson } from './people-the-site.ts'

export interface HonestTask {
  server: { url: string; origin: string }
  people: SitePerson[]
  room: string
}

/** What two honest people lived through. */
export interface HonestReport {
  /** From typing a word to the other one seeing it. */
  ms: number[]
  words: number
  /** Words that never arrived. */
  unseen: number
  /** What the writer typed, the whole text. */
  text: string
  /** What the other one sees. */
  seen: string
  isEqual: boolean
  /** Why the server refused the writer a change; null when it did not. */
  refused: string | null
}

export interface HonestPair {
  /** Stops typing and tells. */
  end(): Promise<HonestReport>
}

/** Starts two honest people who write beside an attack. */
export async function startHonest(task: HonestTask): Promise<HonestPair> {
  const child = fork(join(import.meta.dirname, 'honest-process.ts'), { stdio: ['ignore', 'ignore', 'inherit', 'ipc'], detached: true })
  if (child.pid) goFirst(child.pid)
  const next = () =>
    new Promise<unknown>((resolve, reject) => {
      child.once('message', resolve)
      child.once('exit', () => reject(new Error('The honest people left early')))
    })
  child.send(task)
  await next()
  return {
    end() {
      const report = next() as Promise<HonestReport>
      child.send('end')
      return report
    },
  }
}
