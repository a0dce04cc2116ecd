import type * as Y from 'yjs'
import { buildIdIndex } from '#/lib/anchor/id-index.ts'
import { FlatRanges } from '#/lib/version/flat-ranges.ts'
import { type Trace, traceWords } from '#/lib/version/trace-words.ts'

/** Characters that were visible then and come back. */
export interface Revived extends Pick<Trace, 'run' | 'right'> {
  words: string
  /** Where they stand in the flat text: then, and again once all words are back. */
  flat: number
}

/** How a text gets the words of an earlier one of the same log. */
export interface WordPlan {
  /** What is visible now and was not then. */
  deletions: ({ retain: number } | { delete: number })[]
  revived: Revived[]
}

/** After so many attempts to keep bodies where they stand, none is kept. */
const MOST_ROUNDS = 12

/** What is to be deleted and what is to come back; null when no word differs. `alias`: the alias log of `text`. */
export function planWords(text: Y.Text, alias: Y.Map<unknown>, then: Y.Text): WordPlan | null {
  const traces = traceWords(text, alias, buildIdIndex(then))
  const kept = keptBodies(traces)
  const covered = new FlatRanges(kept)
  const words = then.toString()
  const plan: WordPlan = { deletions: [], revived: [] }
  for (const trace of traces) {
    const { run, isAlive, flat, isBody, right } = trace
    const [client, clock, length] = run
    if (isAlive) extend(plan.deletions, flat !== null && (!isBody || kept.has(trace)) ? 'retain' : 'delete', length)
    else if (flat !== null) {
      for (const { from, to } of covered.gaps(flat, flat + length)) {
        const at = clock + from - flat
        const next = to < flat + length ? ([client, at + to - from] as [number, number]) : right
        plan.revived.push({ run: [client, at, to - from], words: words.slice(from, to), flat: from, right: next })
      }
    }
  }
  return plan.revived.length > 0 || plan.deletions.some((op) => 'delete' in op) ? plan : null
}

/**
 * Characters created since for ones of then are as good as these where they stand in the right order with all that stays
 * and all that comes back; the others are out of place. Found by trying all and giving up those that are in the way.
 */
function keptBodies(traces: readonly Trace[]): Set<Trace> {
  const kept = new Set(traces.filter(({ isAlive, isBody, flat }) => isAlive && isBody && flat !== null))
  for (let round = 0; round < MOST_ROUNDS; round++) {
    const misplaced = findMisplaced(traces, kept)
    if (misplaced.length === 0) return kept
    for (const trace of misplaced) kept.delete(trace)
  }
  return new Set()
}

function findMisplaced(traces: readonly Trace[], kept: ReadonlySet<Trace>): Trace[] {
  const covered = new FlatRanges(kept)
  const misplaced: Trace[] = []
  /** Bodies that stand before, each beginning behind the one before it. */
  const standing: { trace: Trace; end: number }[] = []
  let last = 0
  for (const trace of traces) {
    const { run, isAlive, isBody, flat } = trace
    if (flat === null || (isBody && !kept.has(trace))) continue
    const end = flat + run[2]
    if (isBody) {
      if (flat < last || (standing.at(-1)?.end ?? 0) > flat) misplaced.push(trace)
      else standing.push({ trace, end })
      continue
    }
    const [first] = isAlive ? [{ from: flat }] : covered.gaps(flat, end)
    if (!first) continue
    while ((standing.at(-1)?.end ?? 0) > first.from) misplaced.push(standing.pop()!.trace)
    last = Math.max(last, end)
  }
  return misplaced
}

function extend(delta: WordPlan['deletions'], kind: 'retain' | 'delete', length: number): void {
  const last = delta.at(-1) as Record<string, number> | undefined
  if (last?.[kind] !== undefined) last[kind] += length
  else delta.push({ [kind]: length } as WordPlan['deletions'][number])
}
