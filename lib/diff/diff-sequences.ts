import { diffArrays } from 'diff'
import { anchorPairs } from '#/lib/diff/anchor-pairs.ts'

/** Items aFrom..aTo of the one sequence stand where items bFrom..bTo of the other do; the stretches between hunks are equal. */
export interface Hunk {
  aFrom: number
  aTo: number
  bFrom: number
  bTo: number
}

/**
 * Work left to a whole comparison, in steps of Myers' algorithm (edits squared). Counted instead of timed: a clock makes the
 * result depend on the load, and on a busy machine cut the words a new edition keeps in half.
 */
export interface Effort {
  left: number
}

/** Edits looked for in one stretch between anchors; past them it counts as replaced. */
const MOST_EDITS = 600
/** What remains when all effort is spent: enough for a few changed words in each stretch. */
const FEWEST_EDITS = 24

/**
 * What differs between two sequences of numbers (equal numbers: equal items; below 2^26), in order. First runs of `run` items
 * that are unique in both hold the two together, then Myers' algorithm compares what lies between.
 */
export function diffSequences(a: readonly number[], b: readonly number[], run: number, effort: Effort): Hunk[] {
  const hunks: Hunk[] = []
  let [fromA, fromB] = [0, 0]
  const between = (toA: number, toB: number) => {
    if (toA < fromA || toB < fromB) return
    for (const hunk of diffStretch(a, b, trimmed(a, b, { aFrom: fromA, aTo: toA, bFrom: fromB, bTo: toB }), effort)) hunks.push(hunk)
  }
  for (const [i, j] of anchorPairs(a, b, run)) {
    if (i < fromA || j < fromB) continue
    between(i, j)
    ;[fromA, fromB] = [i + run, j + run]
  }
  between(a.length, b.length)
  return hunks
}

/** Without the items both have at its beginning and end. */
function trimmed(a: readonly number[], b: readonly number[], { aFrom, aTo, bFrom, bTo }: Hunk): Hunk {
  while (aFrom < aTo && bFrom < bTo && a[aFrom] === b[bFrom]) {
    aFrom++
    bFrom++
  }
  while (aFrom < aTo && bFrom < bTo && a[aTo - 1] === b[bTo - 1]) {
    aTo--
    bTo--
  }
  return { aFrom, aTo, bFrom, bTo }
}

function diffStretch(a: readonly number[], b: readonly number[], stretch: Hunk, effort: Effort): Hunk[] {
  const { aFrom, aTo, bFrom, bTo } = stretch
  if (aFrom === aTo && bFrom === bTo) return []
  if (aFrom === aTo || bFrom === bTo) return [stretch]
  const maxEditLength = Math.max(FEWEST_EDITS, Math.min(MOST_EDITS, Math.floor(Math.sqrt(Math.max(0, effort.left)))))
  const parts = diffArrays(a.slice(aFrom, aTo), b.slice(bFrom, bTo), { maxEditLength })
  if (!parts) {
    effort.left -= maxEditLength ** 2
    return [stretch]
  }
  const hunks: Hunk[] = []
  let [atA, atB, edits] = [aFrom, bFrom, 0]
  for (const { added, removed, count } of parts) {
    const last = hunks.at(-1)
    const [aEnd, bEnd] = [added ? atA : atA + count, removed ? atB : atB + count]
    if (added || removed) {
      edits += count
      if (last && last.aTo === atA && last.bTo === atB) [last.aTo, last.bTo] = [aEnd, bEnd]
      else hunks.push({ aFrom: atA, aTo: aEnd, bFrom: atB, bTo: bEnd })
    }
    ;[atA, atB] = [aEnd, bEnd]
  }
  effort.left -= edits ** 2
  return hunks
}
