import { type ChildProcess, fork } from 'node:child_process'
import { availableParallelism } from 'node:os'
import pg from 'pg'
import { openDatabase } from '#/db/client.ts'
import { type PostgresServer, startPostgres } from '#/tests/support/postgres-server.ts'
import { snapshotFile } from '#/tests/support/snapshot.ts'
import { emptyOutcome, type Outcome } from './outcome.ts'
import type { Message, Task } from './task.ts'

/** A fault on one backend and what came of it. */
export interface Row {
  task: Task
  outcome: Outcome
  seconds: number
}

/** A task that takes longer than this hangs: it is ended and counts as failed, ms. On an idle machine none comes near. */
const MOST_MS = { short: 400_000, long: 3_600_000 }

const children = new Set<ChildProcess>()
process.on('exit', () => {
  for (const child of children) child.kill()
})

/** Runs all tasks, one per core at a time; the answers are in the order of the tasks. */
export async function runTasks(tasks: readonly Task[]): Promise<Row[]> {
  await snapshotFile()
  const server = tasks.some((task) => task.backend !== 'embedded') ? await startPostgres() : null
  if (server) await (await openDatabase({ url: server.url })).close()
  const rows: Row[] = []
  const waiting = tasks.map((task, at) => ({ task, at }))
  const work = async () => {
    for (let next = waiting.shift(); next; next = waiting.shift()) rows[next.at] = await runTask(next.task, server, next.at)
  }
  try {
    await Promise.all(Array.from({ length: Math.max(2, availableParallelism()) }, work))
  } finally {
    await server?.stop()
  }
  return rows
}

async function runTask(task: Task, server: PostgresServer | null, at: number): Promise<Row> {
  const started = performance.now()
  const url = task.backend !== 'embedded' && server ? await copyDatabase(server.url, `faults_${at}`) : undefined
  const child = fork(new URL('./task.ts', import.meta.url), [JSON.stringify({ ...task, url } satisfies Task)], {
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
  })
  children.add(child)
  const outcome = await outcomeOf(child, task)
  children.delete(child)
  const seconds = (performance.now() - started) / 1000
  console.log(`${name(task)} ${outcome.failures.length > 0 ? 'FAILED' : 'ok'} in ${seconds.toFixed(1)} s`)
  return { task, outcome, seconds }
}

function outcomeOf(child: ChildProcess, task: Task): Promise<Outcome> {
  return new Promise((resolve) => {
    let outcome: Outcome | null = null
    const failed = (why: string): Outcome => ({ ...emptyOutcome(), tried: 1, failures: [why] })
    const most = task.short ? MOST_MS.short : MOST_MS.long
    const timer = setTimeout(() => {
      outcome ??= failed(`Not done after ${most / 1000} s`)
      child.kill()
    }, most)
    child.on('message', (message: Message) => {
      if (message.type === 'outcome') outcome = message.outcome
      else console.log(`${name(task)} ${message.line}`)
    })
    child.once('exit', (code) => {
      clearTimeout(timer)
      resolve(outcome ?? failed(`The task ended with ${code}`))
    })
  })
}

function name({ id, backend, peer }: Task): string {
  return `${id} ${peer ? 'bare ' : ''}${backend}:`.padEnd(18)
}

/** A database of its own for a task, made from the migrated one. */
async function copyDatabase(url: string, name: string): Promise<string> {
  const client = new pg.Client({ connectionString: Object.assign(new URL(url), { pathname: '/postgres' }).href })
  await client.connect()
  await client.query(`create database ${name} template interline`)
  await client.end()
  return Object.assign(new URL(url), { pathname: `/${name}` }).href
}
