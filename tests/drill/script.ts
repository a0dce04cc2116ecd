import { spawn } from 'node:child_process'
import { join } from 'node:path'

const root = join(import.meta.dirname, '../..')

export interface ScriptRun {
  code: number | null
  output: string
  seconds: number
}

/** Runs one of the operator's scripts as an operator would: a process of its own, told where the installation is. */
export function runOperatorScript(name: string, args: string[], where: { DATA_DIR: string; DATABASE_URL?: string }): Promise<ScriptRun> {
  const start = performance.now()
  const { DATABASE_URL: _, ...inherited } = process.env
  const child = spawn(process.execPath, [join(root, 'scripts', `${name}.ts`), ...args], {
    cwd: root,
    env: { ...inherited, ...where },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let output = ''
  const collect = (chunk: Buffer) => {
    output += chunk
  }
  child.stdout.on('data', collect)
  child.stderr.on('data', collect)
  return new Promise((resolve) => child.once('close', (code) => resolve({ code, output, seconds: (performance.now() - start) / 1000 })))
}
