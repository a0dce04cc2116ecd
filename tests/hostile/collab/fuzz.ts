import { fork } from 'node:child_process'
import { join } from 'node:path'
import type { Way } from './mutate.ts'

export interface FuzzActor {
  cookie: string
  /** Rooms it opens first; none: it never says who it is. */
  joins: string[]
}

export interface FuzzTask {
  server: { url: string; origin: string }
  seed: number
  frames: number
  /** Sockets at a time. */
  sockets: number
  actors: FuzzActor[]
  recordings: Uint8Array[]
  /** Rooms to address. */
  rooms: string[]
  /** Yjs update (v1) of a document to make changes of. */
  state: Uint8Array
}

export interface FuzzReport {
  frames: number
  ways: Partial<Record<Way, number>>
  /** Sockets the server closed, by code. */
  closes: Record<string, number>
  /** Sockets that neither answered nor closed. */
  hung: number
  opened: number
}

/** Runs a fuzzing process to its end. */
export function fuzz(task: FuzzTask): Promise<FuzzReport> {
  const child = fork(join(import.meta.dirname, 'fuzz-process.ts'), {
    serialization: 'advanced',
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  })
  return new Promise((resolve, reject) => {
    child.once('message', (report) => resolve(report as FuzzReport))
    child.once('exit', (code) => reject(new Error(`The fuzzing process ended with ${code}`)))
    child.send(task)
  })
}
