// What durability costs the people who type: from a keystroke to "Saved", and to being seen by others, with an embedded and
// a server database, as ratios to a bare Hocuspocus, which acknowledges and shows what it has not stored anywhere.
import { type Figure, median, percentile, printFigures } from './figure.ts'
import { type Compared, compareServers, type ServerKind } from './sync/compare.ts'

const ROUNDS = 3
const CROWDS = [1, 10, 40]
const SHARES = [0.5, 0.95, 0.99]

export async function run(args: string[] = []): Promise<void> {
  const crowds = args.length > 0 ? args.map(Number) : CROWDS
  const results = await compareServers(crowds, ROUNDS, (_, hasPostgres) =>
    hasPostgres ? ['bare', 'embedded', 'postgres'] : ['bare', 'embedded'],
  )
  const kinds: ServerKind[] = ['embedded', 'postgres']
  const measured = crowds.flatMap((people) => kinds.map((kind) => runsOf(results, people, kind)))
  console.log(
    `\n${'people'.padEnd(8)}${'server'.padEnd(10)}${'seen p50, p95, p99 to bare'.padStart(30)}${'saved p50, p95, p99 to bare'.padStart(30)}`,
  )
  for (const { people, kind, runs, bare } of measured.filter(({ runs }) => runs.length > 0)) {
    const ratios = (of: (run: Compared['run']) => number[]) =>
      SHARES.map((share) => median(runs.map((run, at) => percentile(of(run), share) / percentile(of(bare[at] ?? run), share))).toFixed(2))
    const [seen, saved] = [ratios((run) => run.seenMs), ratios((run) => run.acknowledgedMs)]
    console.log(`${String(people).padEnd(8)}${kind.padEnd(10)}${seen.join('  ').padStart(30)}${saved.join('  ').padStart(30)}`)
  }
  printFigures(measured.flatMap(figures))
}

interface Measured {
  people: number
  kind: ServerKind
  runs: Compared['run'][]
  /** Of the same rounds. */
  bare: Compared['run'][]
}

function runsOf(results: readonly Compared[], people: number, kind: ServerKind): Measured {
  const of = (wanted: ServerKind) => results.filter((result) => result.people === people && result.kind === wanted).map(({ run }) => run)
  return { people, kind, runs: of(kind), bare: of('bare') }
}

/** Medians over the rounds; ratios within each round. */
function figures({ people, kind, runs, bare }: Measured): Figure[] {
  if (runs.length === 0) return []
  const name = `durable-${people}-${kind}`
  const p95 = (values: number[]) => percentile(values, 0.95)
  return [
    {
      name: `${name}-seen-p95-to-allowed`,
      value: median(runs.map((run, at) => p95(run.seenMs) / (1.5 * p95(bare[at]?.seenMs ?? []) + p95(run.commitMs)))),
      unit: 'ratio',
      goal: { bound: '<=', value: 1 },
    },
    { name: `${name}-saved-p95`, value: median(runs.map((run) => p95(run.acknowledgedMs))), unit: 'ms', goal: { bound: '<=', value: 150 } },
    {
      name: `${name}-saved-p99`,
      value: median(runs.map((run) => percentile(run.acknowledgedMs, 0.99))),
      unit: 'ms',
      goal: { bound: '<=', value: 500 },
    },
  ]
}
