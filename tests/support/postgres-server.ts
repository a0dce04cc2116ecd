import { type ChildProcess, spawn } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { chownSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { findPostgres, POSTGRES_AT_LEAST } from '#/scripts/programs.mjs'
import { freePort } from './free-port.ts'
import { unprivilegedUser } from './unprivileged-user.ts'

export interface PostgresServer {
  /** Of an empty database on it; the user may create more. */
  url: string
  /** PostgreSQL's major version. */
  version: number
  /** Ends it at once, as `pg_ctl stop -m immediate` does; it recovers from its log when it is started again. */
  crash(): Promise<void>
  /** Starts it again after `crash`; resolves when it answers. */
  start(): Promise<void>
  /** Suspends all its processes: connections stay, nothing answers. */
  pause(): void
  resume(): void
  stop(): Promise<void>
}

/** Small and quick, but as safe as Interline demands of a server: fsync and synchronous_commit stay on. */
const SETTINGS = ['unix_socket_directories=', 'listen_addresses=127.0.0.1', 'wal_level=minimal', 'max_wal_senders=0', 'shared_buffers=64MB']

/**
 * Starts a real PostgreSQL server of its own in a new temporary folder, on a free port of the loopback address and with a
 * random password. `stop` removes every trace.
 *
 * @throws when no PostgreSQL server programs are installed
 */
export async function startPostgres(): Promise<PostgresServer> {
  const found = findPostgres()
  if (!found)
    throw new Error(
      `There is no PostgreSQL server >= ${POSTGRES_AT_LEAST} on this machine. On Debian: apt-get install --no-install-recommends postgresql`,
    )
  const user = unprivilegedUser()
  // A folder under root's TMPDIR may be closed to the other user.
  const folder = mkdtempSync(join(user.uid === undefined ? tmpdir() : '/tmp', 'interline-postgres-'))
  const password = randomBytes(16).toString('hex')
  writeFileSync(join(folder, 'password'), password, { mode: 0o600 })
  if (user.uid !== undefined && user.gid !== undefined)
    for (const path of [folder, join(folder, 'password')]) chownSync(path, user.uid, user.gid)

  const run = (program: string, args: string[]) =>
    spawn(join(found.bin, program), args, {
      ...user,
      cwd: folder,
      stdio: ['ignore', 'pipe', 'pipe'],
      env: { ...process.env, LC_ALL: 'C.UTF-8' },
    })
  try {
    const data = ['-D', join(folder, 'data')]
    await finished(
      run('initdb', [
        ...data,
        '--no-sync',
        '-U',
        'interline',
        '-A',
        'scram-sha-256',
        '--pwfile=password',
        '-E',
        'UTF8',
        '--locale=C.UTF-8',
      ]),
    )
    const port = await freePort()
    const spawnServer = () => run('postgres', [...data, '-p', String(port), ...SETTINGS.flatMap((setting) => ['-c', setting])])
    let server = spawnServer()
    const ended = () => new Promise((resolve) => server.once('exit', resolve))
    const kill = () => {
      signal(server, 'SIGCONT')
      server.kill('SIGQUIT') // at once, but it gives its shared memory back
      rmSync(folder, { recursive: true, force: true })
    }
    process.on('exit', kill)
    const admin = `postgres://interline:${password}@127.0.0.1:${port}/postgres`
    await ready(server, admin, 'create database interline')
    return {
      url: `postgres://interline:${password}@127.0.0.1:${port}/interline`,
      version: found.version,
      async crash() {
        const exit = ended()
        server.kill('SIGQUIT')
        await exit
      },
      async start() {
        server = spawnServer()
        await ready(server, admin, 'select 1')
      },
      pause: () => signal(server, 'SIGSTOP'),
      resume: () => signal(server, 'SIGCONT'),
      async stop() {
        process.off('exit', kill)
        signal(server, 'SIGCONT')
        const exit = ended()
        if (server.exitCode === null && server.kill('SIGINT')) await exit
        rmSync(folder, { recursive: true, force: true })
      },
    }
  } catch (error) {
    rmSync(folder, { recursive: true, force: true })
    throw error
  }
}

/** Sends a signal to a server and all processes it started. */
function signal(server: ChildProcess, name: 'SIGSTOP' | 'SIGCONT'): void {
  const pid = String(server.pid)
  const parentOf = (other: string) => {
    try {
      return readFileSync(`/proc/${other}/stat`, 'utf8').split(') ').pop()?.split(' ')[1]
    } catch {
      return null
    }
  }
  // The parent first: it must not start another one meanwhile.
  server.kill(name)
  for (const other of readdirSync('/proc')) if (/^\d+$/.test(other) && parentOf(other) === pid) process.kill(Number(other), name)
}

/** What a process wrote to both outputs so far. */
function outputOf(child: ChildProcess): () => string {
  let output = ''
  const add = (chunk: Buffer) => {
    output = (output + chunk).slice(-4000)
  }
  child.stdout?.on('data', add)
  child.stderr?.on('data', add)
  return () => output
}

async function finished(child: ChildProcess): Promise<void> {
  const output = outputOf(child)
  const code = await new Promise((resolve, reject) => child.once('error', reject).once('close', resolve))
  if (code !== 0) throw new Error(`${child.spawnfile} failed: ${output()}`)
}

/** Waits until the server answers, and has it do this first. */
async function ready(server: ChildProcess, url: string, statement: string): Promise<void> {
  const output = outputOf(server)
  const deadline = Date.now() + 30_000
  for (;;) {
    if (server.exitCode !== null) throw new Error(`PostgreSQL did not start: ${output()}`)
    const client = new pg.Client({ connectionString: url })
    try {
      await client.connect()
      await client.query(statement)
      return await client.end()
    } catch (error) {
      await client.end().catch(() => {})
      if (Date.now() > deadline) {
        server.kill('SIGQUIT')
        throw new Error(`PostgreSQL did not answer in 30 s: ${output()}`, { cause: error })
      }
      await new Promise((resolve) => setTimeout(resolve, 100))
    }
  }
}
