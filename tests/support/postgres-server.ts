import { type ChildProcess, spawn } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { chownSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
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
    const server = run('postgres', [...data, '-p', String(port), ...SETTINGS.flatMap((setting) => ['-c', setting])])
    const kill = () => {
      server.kill('SIGQUIT') // at once, but it gives its shared memory back
      rmSync(folder, { recursive: true, force: true })
    }
    process.on('exit', kill)
    await ready(server, `postgres://interline:${password}@127.0.0.1:${port}/postgres`)
    return {
      url: `postgres://interline:${password}@127.0.0.1:${port}/interline`,
      version: found.version,
      async stop() {
        process.off('exit', kill)
        const ended = new Promise((resolve) => server.once('exit', resolve))
        if (server.exitCode === null && server.kill('SIGINT')) await ended
        rmSync(folder, { recursive: true, force: true })
      },
    }
  } catch (error) {
    rmSync(folder, { recursive: true, force: true })
    throw error
  }
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

/** Waits until the server answers, then makes the database `interline`. */
async function ready(server: ChildProcess, url: string): Promise<void> {
  const output = outputOf(server)
  const deadline = Date.now() + 30_000
  for (;;) {
    if (server.exitCode !== null) throw new Error(`PostgreSQL did not start: ${output()}`)
    const client = new pg.Client({ connectionString: url })
    try {
      await client.connect()
      await client.query('create database interline')
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
