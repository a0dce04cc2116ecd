import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { createInterface, type Interface } from 'node:readline'
import type { Command, ProcessOptions, ProcessStarted } from './collab-process.ts'

/** A collaboration server in a process of its own. */
export interface SpawnedCollab {
  started: ProcessStarted
  pid: number
  /** Whether the process has ended. */
  exited(): boolean
  /** The end of what it wrote to both outputs. */
  log(): string
  /** Has it do something; answers with the result. One at a time. */
  ask<Answer>(command: Command): Promise<Answer>
  /** Sends a signal and waits for the end; answers the exit code, null after a kill. */
  end(signal: 'SIGKILL' | 'SIGTERM'): Promise<number | null>
}

/**
 * Starts `collab-process.ts` and waits until it listens.
 *
 * @param flags for Node, such as a module to load first
 * @param program another program that understands the same
 * @throws with the end of what it wrote when it ends before that
 */
export async function spawnCollab(
  options: ProcessOptions,
  flags: readonly string[] = [],
  program = join(import.meta.dirname, 'collab-process.ts'),
): Promise<SpawnedCollab> {
  const child = spawn(process.execPath, [...flags, program, JSON.stringify(options)], {
    stdio: ['pipe', 'pipe', 'pipe'],
    env: process.env,
  })
  const kill = () => child.kill('SIGKILL')
  process.on('exit', kill)
  child.once('exit', () => process.off('exit', kill))
  child.stdin.on('error', () => {})
  let output = ''
  const keep = (chunk: string) => {
    output = (output + chunk).slice(-20_000)
  }
  child.stderr.setEncoding('utf8').on('data', keep)
  const lines = createInterface({ input: child.stdout })
  lines.on('line', (line) => keep(`${line}\n`))
  return {
    started: await firstLine(child, lines, () => output),
    pid: child.pid as number,
    exited: () => child.exitCode !== null || child.signalCode !== null,
    log: () => output,
    async ask(command) {
      const answered = lineThatBegins(lines, 'ANSWER ')
      child.stdin.write(`${JSON.stringify(command)}\n`)
      return JSON.parse(await answered)
    },
    async end(signal) {
      if (child.exitCode !== null || child.signalCode !== null) return child.exitCode
      const exited = once(child, 'exit')
      child.kill(signal)
      const [code] = (await exited) as [number | null]
      return code
    },
  }
}

async function firstLine(child: ChildProcess, lines: Interface, output: () => string): Promise<ProcessStarted> {
  const ended = once(child, 'close').then(([code]) => {
    throw new Error(`The collaboration process did not start (exit code ${code}): ${output()}`)
  })
  return JSON.parse(await Promise.race([lineThatBegins(lines, 'STARTED '), ended]))
}

function lineThatBegins(lines: Interface, begin: string): Promise<string> {
  return new Promise((resolve) => {
    const look = (line: string) => {
      if (!line.startsWith(begin)) return
      lines.off('line', look)
      resolve(line.slice(begin.length))
    }
    lines.on('line', look)
  })
}
