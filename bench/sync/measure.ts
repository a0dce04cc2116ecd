import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { Person, type TypedAt } from './person.ts'
import { goFirst } from './priority.ts'
import type { ServerOptions, ServerStarted } from './server.ts'

/** People type about so many characters a second each, at random moments (Poisson). */
const RATE = 3
const WARM_UP_MS = 1500
const MEASURE_MS = 6000
/** Few people type too little in that time for a 95th percentile. */
const MEASURE_FEW_MS = 15_000
const FEW = 3
const MOST_PROBES = 4

/** What one run of one server gave, milliseconds. */
export interface Run {
  seenMs: number[]
  acknowledgedMs: number[]
  commitMs: number[]
  /** Characters that the probes should have seen, and how many they did. */
  expected: number
  cpuSeconds: number
}

/** Starts a server, has people type in one document for some seconds, and ends it. */
export function measure(options: ServerOptions): Promise<Run> {
  return withServer(options, (started, commitMs, pid) => type(started, options.people, commitMs, pid))
}

/** Starts a server in a process of its own for as long as `use` takes. */
export async function withServer<Result>(
  options: ServerOptions,
  use: (started: ServerStarted, commitMs: number[], pid: number) => Promise<Result>,
): Promise<Result> {
  const child = spawn(process.execPath, [join(import.meta.dirname, 'server.ts'), JSON.stringify(options)], {
    stdio: ['pipe', 'pipe', 'inherit'],
    env: process.env,
    // A session of its own, whose share of the machine can be set.
    detached: true,
  })
  if (child.pid) goFirst(child.pid)
  try {
    const commitMs: number[] = []
    const started = await startedLine(child, commitMs)
    return await use(started, commitMs, child.pid as number)
  } finally {
    const exited = once(child, 'exit')
    child.stdin?.end()
    await exited
  }
}

async function startedLine(child: ChildProcess, commitMs: number[]): Promise<ServerStarted> {
  const lines = createInterface({ input: child.stdout as NodeJS.ReadableStream })
  return new Promise((resolve, reject) => {
    child.once('exit', (code) => reject(new Error(`The server ended with ${code}`)))
    lines.on('line', (line) => {
      if (line.startsWith('STARTED ')) resolve(JSON.parse(line.slice('STARTED '.length)))
      else if (line.startsWith('COMMIT ')) commitMs.push(Number(line.slice('COMMIT '.length)))
    })
  })
}

async function type(server: ServerStarted, count: number, commitMs: number[], pid: number): Promise<Run> {
  const typedAt: TypedAt = new Map()
  const people = server.cookies.slice(0, count).map((cookie) => new Person(server, cookie, typedAt))
  // One who types alone is read by another tab.
  const readers = count === 1 ? [new Person(server, server.cookies[0] ?? '', typedAt)] : []
  for (const [at, person] of people.entries()) await person.join(at)
  for (const reader of readers) await reader.join(0)
  const probes = readers.length > 0 ? readers : people.slice(0, Math.min(MOST_PROBES, count))
  for (const probe of probes) probe.isProbe = true
  let typed = 0
  let isTyping = true
  const timers: NodeJS.Timeout[] = []
  const keepTyping = (person: Person, at: number) => {
    if (!isTyping) return
    timers[at] = setTimeout(
      () => {
        person.type()
        typed++
        keepTyping(person, at)
      },
      (-Math.log(1 - Math.random()) * 1000) / RATE,
    )
  }
  people.forEach(keepTyping)
  await new Promise((resolve) => setTimeout(resolve, WARM_UP_MS))
  typed = 0
  commitMs.length = 0
  for (const person of [...people, ...readers]) {
    person.seenMs.length = 0
    person.acknowledgedMs.length = 0
  }
  const cpuBefore = cpuSeconds(pid)
  await new Promise((resolve) => setTimeout(resolve, count < FEW ? MEASURE_FEW_MS : MEASURE_MS))
  isTyping = false
  for (const timer of timers) clearTimeout(timer)
  // Whatever is under way must arrive; a server that is behind shows in the times.
  await new Promise((resolve) => setTimeout(resolve, 500))
  const run = {
    seenMs: probes.flatMap((probe) => probe.seenMs),
    acknowledgedMs: people.flatMap((person) => person.acknowledgedMs),
    commitMs: [...commitMs],
    expected: readers.length > 0 ? typed : typed * (probes.length - probes.length / count),
    cpuSeconds: cpuSeconds(pid) - cpuBefore,
  }
  for (const person of [...people, ...readers]) person.leave()
  return run
}

/** CPU time a process has used, all threads, seconds. */
function cpuSeconds(pid: number): number {
  const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ').at(-1)?.split(' ') ?? []
  return (Number(fields[11]) + Number(fields[12])) / 100
}
