import { type ChildProcess, spawn } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { freePort } from './free-port.ts'

export interface Product {
  /** Origin to open, without a slash at the end. */
  url: string
  port: number
  dataDir: string
  /** Of the server process. */
  pid: number
  /** From starting the process to the first 200 of /api/health, ms. */
  startedInMs: number
  /** What it printed so far. */
  log(): string
  /** Ends it at once, as a crash would; the data directory stays. */
  kill(): Promise<void>
  /** Ends it as an operator would, and removes the data directory unless it was given. @returns exit code */
  stop(): Promise<number | null>
}

export interface ProductOptions {
  /** Absent: a new temporary folder that goes with the product. */
  dataDir?: string
  port?: number
  /** Settings as in README.md; absent ones are those of a fresh installation, whatever this process has. */
  env?: Record<string, string>
  /** How long to wait for the first answer; default 120,000 ms. */
  timeoutMs?: number
}

const root = join(import.meta.dirname, '../..')
/** The flags that `npm start` gives to Node. */
const { scripts } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { scripts: { start: string } }
const FLAGS = scripts.start.match(/--[\w-]+=\S+/g) ?? []
const SETTINGS = [
  'DATABASE_URL',
  'NEXTAUTH_URL',
  'NEXTAUTH_SECRET',
  'SAMPLE',
  'SAMPLE_PASSWORD',
  'SIGN_UP',
  'SMTP_URL',
  'TRUST_PROXY',
  'OIDC_ISSUER',
]

/**
 * Starts the built product (`node server.ts`, production mode) on loopback and waits until it answers. Needs a current
 * build: `node scripts/prepare.mjs --build`.
 *
 * @throws with the end of its output when it exits or does not answer in time
 */
export async function startProduct(options: ProductOptions = {}): Promise<Product> {
  const dataDir = options.dataDir ?? mkdtempSync(join(tmpdir(), 'interline-data-'))
  const removeData = () => options.dataDir ?? rmSync(dataDir, { recursive: true, force: true })
  const port = options.port ?? (await freePort())
  const inherited = Object.fromEntries(Object.entries(process.env).filter(([name]) => !SETTINGS.includes(name)))
  const start = performance.now()
  const child = spawn(process.execPath, [...FLAGS, 'server.ts'], {
    cwd: root,
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...inherited, NODE_ENV: 'production', HOST: '127.0.0.1', PORT: String(port), DATA_DIR: dataDir, ...options.env },
  })
  let output = ''
  const collect = (chunk: Buffer) => {
    output = (output + chunk).slice(-200_000)
  }
  child.stdout.on('data', collect)
  child.stderr.on('data', collect)
  const kill = () => child.kill('SIGKILL')
  process.on('exit', kill)
  const ended = new Promise<number | null>((resolve) => child.once('exit', resolve))

  const url = `http://127.0.0.1:${port}`
  try {
    await answers(child, url, options.timeoutMs ?? 120_000)
  } catch (error) {
    kill()
    await ended
    removeData()
    throw new Error(`${(error as Error).message}. It printed:\n${output.slice(-3000)}`)
  }
  return {
    url,
    port,
    dataDir,
    pid: child.pid as number,
    startedInMs: performance.now() - start,
    log: () => output,
    async kill() {
      process.off('exit', kill)
      kill()
      await ended
    },
    async stop() {
      process.off('exit', kill)
      if (child.exitCode === null && child.signalCode === null) child.kill('SIGTERM')
      const code = await ended
      removeData()
      return code
    },
  }
}

async function answers(child: ChildProcess, url: string, timeoutMs: number): Promise<void> {
  const deadline = Date.now() + timeoutMs
  while (Date.now() < deadline) {
    if (child.exitCode !== null || child.signalCode !== null)
      throw new Error(`The product ended with ${child.exitCode ?? child.signalCode}`)
    const response = await fetch(`${url}/api/health`).catch(() => null)
    if (response?.ok) return
    await new Promise((resolve) => setTimeout(resolve, 50))
  }
  throw new Error(`The product did not answer in ${timeoutMs / 1000} s`)
}
