import { spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { afterAll, expect, test } from 'vitest'
import { openDatabase } from '#/db/client.ts'
import { until } from '#/tests/support/until.ts'

const root = mkdtempSync(join(tmpdir(), 'interline-embedded-'))
const INSERT = join(import.meta.dirname, '../support/insert-until-killed.ts')
afterAll(() => rmSync(root, { recursive: true, force: true }))

/** Runs the inserting child until it acknowledged `count` rows, kills it with SIGKILL, and answers the last number acknowledged. */
async function insertAndKill(dataDir: string, count: number): Promise<number> {
  const child = spawn(process.execPath, [INSERT, dataDir], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const exited = once(child, 'exit')
  let last = 0
  let seen = 0
  for await (const line of createInterface({ input: child.stdout })) {
    last = Number(line)
    if (++seen === count) child.kill('SIGKILL')
  }
  await exited
  return last
}

test('what was acknowledged survives kill -9, again and again', { timeout: 120_000 }, async () => {
  const dataDir = join(root, 'killed')
  for (let round = 0; round < 3; round++) {
    const acknowledged = await insertAndKill(dataDir, 100 + round * 37)
    const { pool, close } = await openDatabase({ dataDir })
    const { rows } = await pool.query<{ rows: number; last: number }>('select count(*)::int as rows, max(n) as last from counted')
    expect(rows[0]?.last).toBeGreaterThanOrEqual(acknowledged)
    expect(rows[0]?.rows).toBe(rows[0]?.last) // no gaps
    await close()
  }
})

test('commits are flushed: the embedded database runs with fsync on', { timeout: 60_000 }, async () => {
  const { pool, close } = await openDatabase({ dataDir: join(root, 'flushed') })
  const { rows } = await pool.query(
    `select current_setting('fsync') as fsync, current_setting('wal_sync_method') as method, current_setting('synchronous_commit') as commit`,
  )
  expect(rows[0]).toEqual({ fsync: 'on', method: 'fsync', commit: 'on' })
  await close()
})

test('a second opening of a folder in use is refused and names the process', { timeout: 60_000 }, async () => {
  const dataDir = join(root, 'locked')
  const first = await openDatabase({ dataDir })
  await expect(openDatabase({ dataDir })).rejects.toThrow(`in use by process ${process.pid}`)
  await first.close()
})

test('a query that never ends is ended, unless it may take its time; the database comes back and keeps its rows', {
  timeout: 60_000,
}, async () => {
  const { pool, patiently, close } = await openDatabase({ dataDir: join(root, 'stuck'), stuckAfterMs: 1500 })
  await pool.query('create table kept (n int)')
  const wait = `do $$ declare over timestamptz := clock_timestamp() + interval '4 s'; begin while clock_timestamp() < over loop end loop; end $$`
  await patiently(() => pool.query(`${wait}; insert into kept values (1)`))
  await expect(pool.query('select count(*) from generate_series(1, 100000000) a, generate_series(1, 100000000) b')).rejects.toThrow()
  const { rows } = await pool.query('select n from kept')
  expect(rows).toEqual([{ n: 1 }])
  await close()
})

test('a failed statement and a broken-off transaction leave nothing behind for the next query', { timeout: 60_000 }, async () => {
  const { pool, close } = await openDatabase({ dataDir: join(root, 'broken') })
  await expect(pool.query('select nonsense')).rejects.toMatchObject({ code: '42703' })
  const client = await pool.connect()
  await client.query('begin')
  await client.query('create table never (n int)')
  client.release(true)
  const { rows } = await pool.query(`select to_regclass('never') as never`)
  expect(rows).toEqual([{ never: null }])
  await close()
})

test('every acknowledged commit was flushed to the disk before', { timeout: 120_000 }, async (context) => {
  context.skip(spawnSync('strace', ['-V']).status !== 0, 'there is no strace on this machine')
  const trace = join(root, 'trace')
  // In the order the kernel saw it, however far the program is ahead of who reads what it prints.
  const calls = 'trace=fsync,fdatasync,write'
  const child = spawn('strace', ['-f', '-qq', '-e', calls, '-o', trace, process.execPath, INSERT, join(root, 'traced')], {
    stdio: ['ignore', 'pipe', 'inherit'],
    detached: true,
  })
  const exited = once(child, 'exit')
  let rows = 0
  for await (const _line of createInterface({ input: child.stdout })) if (++rows === 50) process.kill(-(child.pid as number), 'SIGKILL')
  await exited
  let flushes = 0
  const before: number[] = []
  for (const line of readFileSync(trace, 'utf8').split('\n')) {
    if (/\b(?:fsync|fdatasync)(?:\(| resumed).*= 0$/.test(line)) flushes++
    if (/\bwrite\(1, "\d+\\n"/.test(line)) {
      before.push(flushes)
      flushes = 0
    }
  }
  expect(before.length).toBeGreaterThanOrEqual(50)
  expect(before.filter((count) => count === 0)).toEqual([])
})

test('a second process is refused by name and by the pid of the first, and changes nothing', { timeout: 120_000 }, async () => {
  const dataDir = join(root, 'twice')
  const { pool, close } = await openDatabase({ dataDir })
  const { status, stderr } = spawnSync(process.execPath, [INSERT, dataDir], { encoding: 'utf8' })
  expect(status).not.toBe(0)
  expect(stderr).toContain(`The database in ${dataDir} is in use by process ${process.pid}`)
  expect((await pool.query(`select to_regclass('counted') as counted`)).rows).toEqual([{ counted: null }])
  await close()
})

test('it checkpoints and vacuums by its own clock', { timeout: 60_000 }, async () => {
  const { pool, close } = await openDatabase({ dataDir: join(root, 'kept'), checkpointEveryMs: 300, vacuumEveryMs: 500 })
  const checkpoint = async () => (await pool.query('select checkpoint_lsn::text as lsn from pg_control_checkpoint()')).rows[0].lsn
  const before = await checkpoint()
  await pool.query('create table swept (n int)')
  await pool.query('insert into swept select generate_series(1, 1000)')
  await pool.query('delete from swept')
  await until('there was a checkpoint', async () => (await checkpoint()) !== before)
  const vacuumed = async () =>
    (await pool.query(`select last_vacuum from pg_stat_user_tables where relname = 'swept'`)).rows[0]?.last_vacuum
  await until('there was a vacuum', async () => (await vacuumed()) != null)
  await close()
})
