import type { TextChange } from '#/lib/diff/diff-text.ts'

/** A stretch of the original, UTF-16 offsets. */
export interface OriginalRange {
  start: number
  end: number
}

/** Paragraphs that are drawn, and skipped while out of sight, together. */
export interface OriginalSection extends OriginalRange {
  paragraphs: readonly OriginalRange[]
}

/** A piece of a paragraph of the original. */
export type OriginalPiece =
  /** Words that are still in the text. `marked`: of the selected statement. */
  | { kind: 'same' | 'removed'; text: string; start: number; marked: boolean; change: TextChange | null }
  /** Words that stand there in the text and not in the original. */
  | { kind: 'added'; text: string; start: number; marked: false; change: TextChange }

const PARAGRAPHS_PER_SECTION = 40

/** Cuts a text into its paragraphs, in sections. */
export function sectionsOf(text: string): OriginalSection[] {
  const sections: OriginalSection[] = []
  let paragraphs: OriginalRange[] = []
  for (let start = 0; start <= text.length; ) {
    const mark = text.indexOf('\n', start)
    const end = mark < 0 ? text.length : mark
    paragraphs.push({ start, end })
    if (paragraphs.length === PARAGRAPHS_PER_SECTION || mark < 0) {
      sections.push({ start: paragraphs[0]!.start, end, paragraphs })
      paragraphs = []
    }
    start = end + 1
  }
  return sections
}

/** The changes that touch a section, also at its very end, where words may have been added. */
export function changesIn(changes: readonly TextChange[], { start, end }: OriginalRange): readonly TextChange[] {
  let low = 0
  let high = changes.length
  while (low < high) {
    const middle = (low + high) >> 1
    if (changes[middle]!.to < start) low = middle + 1
    else high = middle
  }
  let last = low
  while (last < changes.length && changes[last]!.from <= end) last++
  return changes.slice(low, last)
}

/**
 * The pieces of one paragraph: its words as they are still, those that are gone, and those that came, which stand in the
 * paragraph where the change begins. A paragraph mark that is gone is the last piece, "\n".
 *
 * @param changes in order and apart from one another; others than those of the paragraph are passed over
 */
export function piecesOf(
  text: string,
  { start, end }: OriginalRange,
  changes: readonly TextChange[],
  marked: OriginalRange | null = null,
): OriginalPiece[] {
  const pieces: OriginalPiece[] = []
  const push = (kind: 'same' | 'removed', from: number, to: number, change: TextChange | null) => {
    for (const [a, b, isMarked] of splitAt(from, to, marked))
      pieces.push({ kind, text: text.slice(a, b), start: a, marked: isMarked, change })
  }
  let at = start
  for (const change of changes) {
    const { from, to, added } = change
    // A change right after the mark belongs to the next paragraph; one that begins with the mark, to this one.
    if (to < start || from > end || (to === start && from < start)) continue
    if (Math.max(from, at) > at) push('same', at, from, null)
    const until = Math.min(to, end + (end < text.length ? 1 : 0))
    if (until > Math.max(from, at)) push('removed', Math.max(from, at), until, change)
    if (added && from >= start) pieces.push({ kind: 'added', text: added, start: from, marked: false, change })
    at = Math.max(at, until)
  }
  if (at < end) push('same', at, end, null)
  return pieces
}

/** A range cut at the ends of the marked one. */
function splitAt(from: number, to: number, marked: OriginalRange | null): [from: number, to: number, marked: boolean][] {
  if (!marked || marked.end <= from || marked.start >= to) return [[from, to, false]]
  const [start, end] = [Math.max(from, marked.start), Math.min(to, marked.end)]
  const cuts: [number, number, boolean][] = [
    [from, start, false],
    [start, end, true],
    [end, to, false],
  ]
  return cuts.filter(([a, b]) => a < b)
}
