// A child process for tests of the embedded database: opens the folder given as its argument, then inserts rows as fast as
// it can and prints each number after its commit, until it is killed.
import { openDatabase } from '#/db/client.ts'

const { pool } = await openDatabase({ dataDir: process.argv[2] })
await pool.query('create table if not exists counted (n int primary key)')
const { rows } = await pool.query<{ next: number }>('select coalesce(max(n), 0) + 1 as next from counted')
for (let n = rows[0]?.next ?? 1; ; n++) {
  await pool.query('insert into counted values ($1)', [n])
  process.stdout.write(`${n}\n`)
}
