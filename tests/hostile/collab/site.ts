import { fork } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { goFirst } from '#/bench/sync/priority.ts'
import type { MemberRole } from '#/lib/access/roles.ts'
import { freePort } from '#/tests/support/free-port.ts'
import { snapshotFile } from '#/tests/support/snapshot.ts'
import type { SitePeople, SitePerson } from './people-the-site.ts'

export interface SiteOptions {
  dataDir: string
  /** File of a migrated embedded database to begin with. */
  snapshot: string
  port: number
  /** Accounts in the crowd. */
  crowd: number
}

/** What the log holds of a room, replayed from its rows alone. */
export interface StoredRoom {
  rows: number
  /** Yjs update (v1) of everything in it. */
  state: Uint8Array
  text: string
  /** Rows that could not be applied. */
  damaged: number
  /** Nothing in it waits for changes that are not there. */
  isWhole: boolean
}

export type SiteQuestion =
  | { ask: 'room'; room: string }
  /** Rows `access-refused` of the audit log for a person. */
  | { ask: 'refusals'; userId: string }
  /** Processor time of the server so far, ms. */
  | { ask: 'cpu' }
  | { ask: 'member'; workspaceId: string; role: MemberRole }
  | { ask: 'revoke'; sessionId: string }
  | { ask: 'role'; workspaceId: string; userId: string; role: MemberRole }
  | { ask: 'remove'; workspaceId: string; userId: string }

export interface SiteAnswers {
  room: StoredRoom
  refusals: number
  cpu: number
  member: SitePerson
  revoke: number
  role: number
  remove: number
}

export interface Site extends SitePeople {
  /** ws: address of the endpoint. */
  url: string
  /** The web origin it accepts. */
  origin: string
  port: number
  pid: number
  ask<Q extends SiteQuestion>(question: Q): Promise<SiteAnswers[Q['ask']]>
  /** The end of what it printed as errors. */
  errors(): string
  /** Whether it ended without being told to. */
  hasEnded(): boolean
  stop(): Promise<void>
}

/** Starts the server of the attacks on a fresh embedded database. */
export async function startSite({ crowd }: { crowd: number }): Promise<Site> {
  process.env.NEXTAUTH_SECRET ??= randomBytes(32).toString('base64')
  const dataDir = mkdtempSync(join(tmpdir(), 'interline-hostile-'))
  const options: SiteOptions = { dataDir: join(dataDir, 'pg'), snapshot: await snapshotFile(), port: await freePort(), crowd }
  const child = fork(join(import.meta.dirname, 'site-process.ts'), [JSON.stringify(options)], {
    // As `npm start` does.
    execArgv: ['--max-semi-space-size=8'],
    serialization: 'advanced',
    stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
    // A session of its own, whose share of the machine can be set: attackers do not run on the server's cores.
    detached: true,
  })
  if (child.pid) goFirst(child.pid)
  let errors = ''
  child.stderr?.on('data', (chunk: Buffer) => {
    errors = (errors + chunk).slice(-20_000)
  })
  const asked = new Map<number, { resolve(answer: never): void; reject(error: Error): void }>()
  let last = 0
  const started = await new Promise<SitePeople & Pick<Site, 'url' | 'origin' | 'port'>>((resolve, reject) => {
    child.once('exit', (code, signal) => {
      const ended = new Error(`The server of the attacks ended with ${code ?? signal}: ${errors.slice(-3000)}`)
      reject(ended)
      for (const { reject: fail } of asked.values()) fail(ended)
    })
    child.on('message', (message: { started: never } | { id: number; answer: never } | { id: number; failed: string }) => {
      if ('started' in message) return resolve(message.started)
      const waiting = asked.get(message.id)
      asked.delete(message.id)
      if ('failed' in message) waiting?.reject(new Error(message.failed))
      else waiting?.resolve(message.answer)
    })
  })
  let isStopping = false
  const hasEnded = () => !isStopping && (child.exitCode !== null || child.signalCode !== null)
  return {
    ...started,
    pid: child.pid as number,
    errors: () => errors,
    hasEnded,
    ask: (question) =>
      new Promise((resolve, reject) => {
        if (child.exitCode !== null || child.signalCode !== null) return reject(new Error('The server of the attacks is gone'))
        asked.set(++last, { resolve, reject })
        child.send({ id: last, question })
      }),
    async stop() {
      isStopping = true
      if (child.exitCode === null && child.signalCode === null) {
        const exited = new Promise((resolve) => child.once('exit', resolve))
        child.kill('SIGKILL')
        await exited
      }
      rmSync(dataDir, { recursive: true, force: true })
    },
  }
}
