import type { Run } from './simulate.ts'

/** The sum of many runs. */
export interface Tally {
  runs: number
  /** Runs that ended in an error. */
  broken: number
  peers: number
  edits: number
  messages: number
  passages: number
  /** Runs in which somebody ended with something else than the others. */
  diverged: number
  /** Characters that were or are in the text, of all runs; and those lost, doubled, or back though deleted. */
  characters: number
  lost: number
  doubled: number
  returned: number
  /** Updates of honest people that the server refused. */
  refused: number
  living: number
  exact: number
  /** Passages with living words that are shown as detached or not at all. */
  missed: number
  elsewhere: number
  dead: number
  detached: number
  undone: number
  restored: number
  /** Seeds of runs that kept a goal not, with what is wrong. */
  failures: { seed: number; what: string }[]
}

export function emptyTally(): Tally {
  return {
    ...{ runs: 0, broken: 0, peers: 0, edits: 0, messages: 0, passages: 0, diverged: 0, characters: 0, lost: 0, doubled: 0, returned: 0 },
    ...{ refused: 0, living: 0, exact: 0, missed: 0, elsewhere: 0, dead: 0, detached: 0, undone: 0, restored: 0, failures: [] },
  }
}

/** Adds one tally to another. */
export function add(total: Tally, other: Tally): void {
  for (const key of Object.keys(total) as (keyof Tally)[]) if (key !== 'failures') total[key] += other[key]
  total.failures.push(...other.failures)
}

/** Adds a run to a tally. */
export function addRun(tally: Tally, run: Run): void {
  tally.runs++
  tally.diverged += run.diverged.length > 0 ? 1 : 0
  for (const key of [
    'peers',
    'edits',
    'messages',
    'passages',
    'characters',
    'living',
    'exact',
    'dead',
    'detached',
    'undone',
    'restored',
  ] as const)
    tally[key] += run[key]
  for (const key of ['lost', 'doubled', 'returned', 'refused', 'elsewhere'] as const) tally[key] += run[key].length
  tally.missed += run.wrong.filter(({ why }) => why === 'orphan' || why === 'pending').length
  const what = flaws(run)
  if (what.length > 0) tally.failures.push({ seed: run.seed, what: what.join('; ') })
}

function flaws(run: Run): string[] {
  const lists = { lost: run.lost, doubled: run.doubled, 'back though deleted': run.returned, 'on other words': run.elsewhere }
  return [
    ...(run.diverged.length > 0 ? [`diverged: ${run.diverged.join(', ')}`] : []),
    ...Object.entries(lists).flatMap(([name, list]) => (list.length > 0 ? [`${list.length} ${name}`] : [])),
    ...run.wrong.map(({ why }) => `a passage ${why}`),
    ...(run.restored < run.undone ? [`${run.undone - run.restored} not back after undo`] : []),
    ...run.refused.map((reason) => `refused: ${reason}`),
  ]
}
