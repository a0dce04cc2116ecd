// How long a keystroke takes to be at the others and to be saved: our server (checked, committed, then shown) beside a
// bare Hocuspocus (neither), on loopback, in turn, in processes of their own.
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { findPostgres } from '#/scripts/programs.mjs'
import { type PostgresServer, startPostgres } from '#/tests/support/postgres-server.ts'
import { type Figure, median, percentile, printFigures } from './figure.ts'
import { measure, type Run } from './sync/measure.ts'
import { goFirst } from './sync/priority.ts'
import type { ServerOptions } from './sync/server.ts'

const ROUNDS = 3
const CROWDS = [2, 10, 50, 200]
type Kind = ServerOptions['kind']

interface Result {
  people: number
  kind: Kind
  run: Run
}

export async function run(args: string[] = []): Promise<void> {
  goFirst(process.pid)
  const crowds = args.length > 0 ? args.map(Number) : CROWDS
  const folder = mkdtempSync(join(tmpdir(), 'interline-sync-'))
  const postgres = findPostgres() ? await startPostgres() : null
  // A database server is for large teams.
  const kindsFor = (people: number): Kind[] => (postgres && people >= 50 ? ['bare', 'embedded', 'postgres'] : ['bare', 'embedded'])
  const results: Result[] = []
  console.log('people  server    round   seen p50   p95    p99   saved p50   p95    p99   commit p50   p95   CPU s per 1,000   arrived')
  try {
    for (const people of crowds)
      for (let round = 0; round < ROUNDS; round++)
        // In turn, forwards and backwards, so that whatever else the machine does falls on all alike.
        for (const kind of round % 2 ? kindsFor(people).toReversed() : kindsFor(people)) {
          const dataDir = join(folder, `${people}-${round}`)
          const result = { people, kind, run: await measure({ kind, people, dataDir, url: postgres?.url ?? '' }) }
          results.push(result)
          console.log(tableRow(result, round + 1))
          rmSync(dataDir, { recursive: true, force: true })
        }
  } finally {
    await (postgres as PostgresServer | null)?.stop()
    rmSync(folder, { recursive: true, force: true })
  }
  printFigures(crowds.flatMap((people) => figures(people, results, kindsFor(people))))
}

function tableRow({ people, kind, run }: Result, round: number): string {
  const of = (values: number[]) => [0.5, 0.95, 0.99].map((share) => percentile(values, share).toFixed(1).padStart(7)).join('')
  const cpu = (run.cpuSeconds / run.acknowledgedMs.length) * 1000
  const arrived = Math.round((run.seenMs.length / run.expected) * 100)
  const commit = run.commitMs.length > 0 ? [0.5, 0.95].map((share) => percentile(run.commitMs, share).toFixed(1).padStart(7)).join('') : ''
  return `${String(people).padStart(6)}  ${kind.padEnd(9)} ${round}    ${of(run.seenMs)}    ${of(run.acknowledgedMs)} ${commit.padStart(16)} ${cpu.toFixed(2).padStart(17)} ${arrived.toString().padStart(8)} %`
}

/** Medians over the rounds; ratios within each round. */
function figures(people: number, results: Result[], kinds: Kind[]): Figure[] {
  const runsOf = (kind: Kind) => results.filter((result) => result.people === people && result.kind === kind).map((result) => result.run)
  const bare = runsOf('bare')
  return kinds
    .filter((kind) => kind !== 'bare')
    .flatMap((kind) => {
      const runs = runsOf(kind)
      const name = `sync-${people}-${kind}`
      const saved: Figure = {
        name: `${name}-saved-p95`,
        value: median(runs.map((run) => percentile(run.acknowledgedMs, 0.95))),
        unit: 'ms',
        goal: { bound: '<=', value: 150 },
      }
      if (people >= 200) {
        const value = median(runs.map((run) => percentile(run.seenMs, 0.99)))
        return [{ name: `${name}-seen-p99`, value, unit: 'ms', goal: { bound: '<=', value: 100 } } satisfies Figure, saved]
      }
      // Seen by others within one and a half times what it takes without any safety, and one commit as slow.
      const p95 = (values: number[]) => percentile(values, 0.95)
      const value = median(runs.map((run, at) => p95(run.seenMs) / (1.5 * p95(bare[at]?.seenMs ?? []) + p95(run.commitMs))))
      return [{ name: `${name}-seen-p95-to-allowed`, value, unit: 'ratio', goal: { bound: '<=', value: 1 } } satisfies Figure, saved]
    })
}
