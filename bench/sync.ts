// How long a keystroke takes to be at the others and to be saved: our server (checked, committed, then shown) beside a
// bare Hocuspocus (neither), on loopback, in turn, in processes of their own.
import { type Figure, median, percentile, printFigures } from './figure.ts'
import { type Compared, compareServers, type ServerKind } from './sync/compare.ts'

const ROUNDS = 3
const CROWDS = [2, 10, 50, 200]

export async function run(args: string[] = []): Promise<void> {
  const crowds = args.length > 0 ? args.map(Number) : CROWDS
  // A database server is for large teams.
  const results = await compareServers(crowds, ROUNDS, (people, hasPostgres) =>
    hasPostgres && people >= 50 ? ['bare', 'embedded', 'postgres'] : ['bare', 'embedded'],
  )
  printFigures(crowds.flatMap((people) => figures(people, results)))
}

/** Medians over the rounds; ratios within each round. */
function figures(people: number, results: Compared[]): Figure[] {
  const kinds = [...new Set(results.filter((result) => result.people === people).map((result) => result.kind))]
  const runsOf = (kind: ServerKind) =>
    results.filter((result) => result.people === people && result.kind === kind).map((result) => result.run)
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
