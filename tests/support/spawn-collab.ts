import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import type { ProcessOptions, ProcessStarted } from './collab-process.ts'

/** A collaboration server in a process of its own. */
export interface SpawnedCollab {
  started: ProcessStarted
  /** Sends a signal and waits for the end; answers the exit code, null after a kill. */
  end(signal: 'SIGKILL' | 'SIGTERM'): Promise<number | null>
}

/** Starts `collab-process.ts` and waits until it listens. */
export async function spawnCollab(options: ProcessOptions): Promise<SpawnedCollab> {
  const child = spawn(process.execPath, [join(import.meta.dirname, 'collab-process.ts'), JSON.stringify(options)], {
    stdio: ['ignore', 'pipe', 'pipe'],
    env: process.env,
  })
  return {
    started: await startedLine(child),
    async end(signal) {
      const exited = once(child, 'exit')
      child.kill(signal)
      const [code] = (await exited) as [number | null]
      return code
    },
  }
}

async function startedLine(child: ChildProcess): Promise<ProcessStarted> {
  let errors = ''
  child.stderr?.on('data', (chunk: Buffer) => {
    errors = (errors + chunk).slice(-4000)
  })
  for await (const line of createInterface({ input: child.stdout as NodeJS.ReadableStream })) {
    if (!line.startsWith('STARTED ')) continue
    child.stdout?.resume()
    return JSON.parse(line.slice('STARTED '.length))
  }
  throw new Error(`The collaboration process did not start: ${errors}`)
}
