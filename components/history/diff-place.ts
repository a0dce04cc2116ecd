import type { DiffBlock, DiffRun } from './diff-blocks.ts'

/** Finds where a place of either text is in both laid over each other. */
export function diffPlaces(diff: readonly DiffBlock[]): (side: 'before' | 'after', offset: number) => number {
  const runs = diff.flatMap((block) => block.runs)
  const sides = {
    before: runs.filter(({ kind }) => kind !== 'added'),
    after: runs.filter(({ kind }) => kind !== 'removed'),
  }
  return (side, offset) => {
    const run = lastFrom(sides[side], side, offset)
    return run ? run.at + Math.min(offset - run[side], run.text.length) : 0
  }
}

function lastFrom(runs: readonly DiffRun[], side: 'before' | 'after', offset: number): DiffRun | undefined {
  let low = 0
  let high = runs.length
  while (low < high) {
    const middle = (low + high) >> 1
    if (runs[middle]![side] <= offset) low = middle + 1
    else high = middle
  }
  return runs[low - 1]
}
