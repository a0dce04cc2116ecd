import type { DiffPart } from '#/lib/diff/diff-text.ts'

/** Words of one block that are in both texts or only in one of them. */
export interface DiffRun {
  kind: DiffPart['kind']
  text: string
  /** Where it begins: in the text before, in the text after, and in both laid over each other. UTF-16. */
  before: number
  after: number
  at: number
}

/** A line of two texts laid over each other: it ends with the end of a block of either. */
export interface DiffBlock {
  /** Indices of the blocks of both texts at its beginning. */
  before: number
  after: number
  at: number
  runs: DiffRun[]
  /** Whether the end of the block is in both texts. */
  end: DiffPart['kind']
}

/** Two texts laid over each other, block by block. */
export function diffBlocks(parts: readonly DiffPart[]): DiffBlock[] {
  const place = { before: 0, after: 0, at: 0 }
  const index = { before: 0, after: 0 }
  const blocks: DiffBlock[] = []
  let runs: DiffRun[] = []
  let start = { ...index, at: 0 }
  for (const { kind, text } of wholeBlocks(parts)) {
    for (const [i, words] of text.split('\n').entries()) {
      if (i > 0) {
        blocks.push({ ...start, runs, end: kind })
        advance(kind, place, 1)
        if (kind !== 'added') index.before += 1
        if (kind !== 'removed') index.after += 1
        start = { ...index, at: place.at }
        runs = []
      }
      if (words === '') continue
      runs.push({ kind, text: words, ...place })
      advance(kind, place, words.length)
    }
  }
  return blocks
}

function advance(kind: DiffPart['kind'], place: { before: number; after: number; at: number }, by: number): void {
  if (kind !== 'added') place.before += by
  if (kind !== 'removed') place.after += by
  place.at += by
}

/**
 * The parts with a "\n" at the end of the text too, and with every change that begins with the end of a block moved past
 * it when it can be: "a¶" lost "b¶" reads better than "a" lost "¶b".
 */
function wholeBlocks(parts: readonly DiffPart[]): DiffPart[] {
  const whole = parts.map((part) => ({ ...part }))
  if (whole.at(-1)?.kind === 'same') whole[whole.length - 1]!.text += '\n'
  else whole.push({ kind: 'same', text: '\n' })
  const moved: DiffPart[] = []
  let changes: DiffPart[] = []
  for (const part of whole) {
    if (part.kind !== 'same') {
      changes.push(part)
      continue
    }
    if (changes.length > 0 && part.text.startsWith('\n') && changes.every(({ text }) => text.startsWith('\n'))) {
      moved.push({ kind: 'same', text: '\n' }, ...changes.map(({ kind, text }) => ({ kind, text: `${text.slice(1)}\n` })))
      part.text = part.text.slice(1)
    } else moved.push(...changes)
    changes = []
    if (part.text !== '') moved.push(part)
  }
  return moved
}
