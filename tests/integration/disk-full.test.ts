import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openDatabase } from '#/db/client.ts'
import { freeBytes, SPACE_RESERVED } from '#/db/embedded/disk-space.ts'
import { until } from '#/tests/support/until.ts'

const disk = mkdtempSync(join(tmpdir(), 'interline-disk-'))
const dataDir = join(disk, 'pg')
let isMounted = false
beforeAll(() => {
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=130m', 'tmpfs', disk], { stdio: 'ignore' })
    isMounted = true
  } catch {
    console.log('Not tested: a full disk. Only root may mount a small one.')
  }
})
afterAll(() => {
  if (isMounted) execFileSync('umount', [disk])
  rmSync(disk, { recursive: true, force: true })
})

/** Fills the disk up to so many bytes. @returns empties it again */
async function fill(leave: number): Promise<() => void> {
  const file = join(disk, 'ballast')
  writeFileSync(file, Buffer.alloc((await freeBytes(disk)) - leave))
  return () => rmSync(file)
}

test('a disk that fills up stops changes cleanly, and space lets work go on', { timeout: 120_000 }, async (context) => {
  context.skip(!isMounted, 'only root may mount a small disk')
  const { pool, close } = await openDatabase({ dataDir })
  await pool.query('create table work (n int primary key)')
  const write = (n: number) => pool.query('insert into work values ($1)', [n])
  await write(1)

  const makeSpace = await fill(SPACE_RESERVED / 2)
  let n = 1
  await until('changes are refused', () =>
    write(n + 1).then(
      () => !++n,
      (error: { code?: string }) => error.code === '25006',
    ),
  )
  expect((await pool.query('select count(*)::int as rows from work')).rows).toEqual([{ rows: n }])
  makeSpace()
  await until('changes are taken again', () =>
    write(n + 1).then(
      () => ++n,
      () => false,
    ),
  )

  // All at once, so that Postgres itself cannot write its log.
  const makeSpaceAgain = await fill(0)
  const log = (size: number) => pool.query(`select pg_logical_emit_message(true, 'x', repeat(md5(random()::text), $1))`, [size])
  await until(
    'Postgres gives up',
    () =>
      log(1000).then(
        () => false,
        () => true,
      ),
    30_000,
  )
  makeSpaceAgain()
  await until(
    'it is back',
    () =>
      write(n + 1).then(
        () => ++n,
        () => false,
      ),
    60_000,
  )
  expect((await pool.query('select count(*)::int as rows from work')).rows).toEqual([{ rows: n }])
  await close()

  const makeSpaceLast = await fill(1 << 20)
  await expect(openDatabase({ dataDir })).rejects.toThrow(`No space is left for the database in ${dataDir}`)
  makeSpaceLast()
  const again = await openDatabase({ dataDir })
  expect((await again.pool.query('select count(*)::int as rows from work')).rows).toEqual([{ rows: n }])
  await again.close()
})
