import type { PlaybackStep } from '#/lib/version/history.ts'

type TextOps = PlaybackStep['text']
interface DeltaOp {
  retain?: number
  delete?: number
  insert?: unknown
}

/**
 * A change of the flat text (the delta of a Y.Text event) as a change of the canonical text `before`, with the words that
 * go and covering all of it, so that it can be played backwards too.
 */
export function textOps(before: string, delta: readonly DeltaOp[]): TextOps {
  const ops: TextOps = []
  // The first opener is no part of the canonical text: it is there from the beginning on, or comes with the first words.
  let isBeginning = true
  let at = -1
  const wordsOf = (op: DeltaOp) => (typeof op.insert === 'string' ? op.insert : '')
  for (const op of delta) {
    const added = wordsOf(op)
    if (added) push(ops, { add: isBeginning && before === '' && added.startsWith('\n') ? added.slice(1) : added })
    const passed = op.retain ?? op.delete ?? 0
    const from = Math.max(0, at)
    at += passed
    const to = Math.min(Math.max(0, at), before.length)
    if (op.delete) push(ops, { remove: before.slice(from, to) })
    else push(ops, { keep: to - from })
    isBeginning = false
  }
  push(ops, { keep: before.length - Math.min(before.length, Math.max(0, at)) })
  return ops
}

function push(ops: TextOps, op: TextOps[number]): void {
  const last = ops.at(-1)
  if ('keep' in op) {
    if (last && 'keep' in last) last.keep += op.keep
    else if (op.keep > 0) ops.push(op)
  } else if (!('add' in op ? op.add : op.remove)) return
  else ops.push(op)
}

/** The text after a change. */
export function applyOps(before: string, ops: TextOps): string {
  let at = 0
  let after = ''
  for (const op of ops) {
    if ('add' in op) after += op.add
    else if ('keep' in op) {
      after += before.slice(at, at + op.keep)
      at += op.keep
    } else at += op.remove.length
  }
  return after
}

/** A change of the text, asked about passages. */
export interface Shift {
  /** Whether words were added or removed inside a passage or at one of its ends. */
  touches(start: number, end: number): boolean
  /** Where an offset of the text before is afterwards; words added right there come before it. */
  move(offset: number): number
}

/** Offsets of the canonical text before and after a change. */
export function shiftOf(ops: TextOps): Shift {
  /** Where words were added or removed, in the text before, in order, and how much longer the text is from its end on. */
  const edits: { from: number; to: number; growth: number }[] = []
  let at = 0
  let growth = 0
  for (const op of ops) {
    if ('keep' in op) {
      at += op.keep
      continue
    }
    const removed = 'remove' in op ? op.remove.length : 0
    growth += 'add' in op ? op.add.length : -removed
    edits.push({ from: at, to: at + removed, growth })
    at += removed
  }
  /** Number of the first edit that does not end before an offset. */
  const firstFrom = (offset: number) => {
    let low = 0
    let high = edits.length
    while (low < high) {
      const middle = (low + high) >> 1
      if (edits[middle]!.to < offset) low = middle + 1
      else high = middle
    }
    return low
  }
  return {
    touches(start, end) {
      const edit = edits[firstFrom(start)]
      return edit !== undefined && edit.from <= end
    },
    move(offset) {
      let i = firstFrom(offset)
      while (i < edits.length && edits[i]!.to === offset) i++
      return offset + (edits[i - 1]?.growth ?? 0)
    },
  }
}
