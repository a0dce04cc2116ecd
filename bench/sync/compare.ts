import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { percentile } from '#/bench/figure.ts'
import { findPostgres } from '#/scripts/programs.mjs'
import { type PostgresServer, startPostgres } from '#/tests/support/postgres-server.ts'
import { measure, type Run } from './measure.ts'
import { goFirst } from './priority.ts'
import type { ServerOptions } from './server.ts'

export type ServerKind = ServerOptions['kind']

export interface Compared {
  people: number
  kind: ServerKind
  run: Run
}

/**
 * Has crowds of people type at servers of several kinds, in turn, forwards and backwards, so that whatever else the machine
 * does falls on all alike. Prints a table while it goes.
 *
 * @param kindsFor the servers to compare with so many people, `postgres` only where one can be started
 */
export async function compareServers(
  crowds: readonly number[],
  rounds: number,
  kindsFor: (people: number, hasPostgres: boolean) => ServerKind[],
): Promise<Compared[]> {
  goFirst(process.pid)
  const folder = mkdtempSync(join(tmpdir(), 'interline-sync-'))
  const postgres = findPostgres() ? await startPostgres() : null
  const results: Compared[] = []
  console.log('people  server    round   seen p50   p95    p99   saved p50   p95    p99   commit p50   p95   CPU s per 1,000   arrived')
  try {
    for (const people of crowds)
      for (let round = 0; round < rounds; round++) {
        const kinds = kindsFor(people, postgres !== null)
        for (const kind of round % 2 ? kinds.toReversed() : kinds) {
          const dataDir = join(folder, `${people}-${round}`)
          const result = { people, kind, run: await measure({ kind, people, dataDir, url: postgres?.url ?? '' }) }
          results.push(result)
          console.log(tableRow(result, round + 1))
          rmSync(dataDir, { recursive: true, force: true })
        }
      }
  } finally {
    await (postgres as PostgresServer | null)?.stop()
    rmSync(folder, { recursive: true, force: true })
  }
  return results
}

function tableRow({ people, kind, run }: Compared, round: number): string {
  const of = (values: number[]) => [0.5, 0.95, 0.99].map((share) => percentile(values, share).toFixed(1).padStart(7)).join('')
  const cpu = (run.cpuSeconds / run.acknowledgedMs.length) * 1000
  const arrived = Math.round((run.seenMs.length / run.expected) * 100)
  const commit = run.commitMs.length > 0 ? [0.5, 0.95].map((share) => percentile(run.commitMs, share).toFixed(1).padStart(7)).join('') : ''
  return `${String(people).padStart(6)}  ${kind.padEnd(9)} ${round}    ${of(run.seenMs)}    ${of(run.acknowledgedMs)} ${commit.padStart(16)} ${cpu.toFixed(2).padStart(17)} ${arrived.toString().padStart(8)} %`
}
