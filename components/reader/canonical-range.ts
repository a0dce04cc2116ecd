import type { Node as ProseMirrorNode } from '@tiptap/pm/model'
import type * as Y from 'yjs'
import { captureQuote, captureRuns } from '#/lib/anchor/capture.ts'
import { liveIndex } from '#/lib/anchor/live-index.ts'
import { snapToGraphemes } from '#/lib/anchor/snap.ts'
import type { IdRun, Quote } from '#/lib/annotation/model.ts'
import { canonicalText } from '#/lib/text/flat.ts'
import { toFlat, toPos } from '#/lib/text/positions.ts'
import type { PositionRange } from './visible-range.ts'

/** An anchor for a passage, ready for the layer. */
export interface CapturedPassage {
  runs: IdRun[]
  quote: Quote
  /** The words as they were snapped, ProseMirror positions. */
  range: PositionRange
}

/**
 * Captures the words between two editor positions: white space at both ends is left out, and no character made of
 * several is cut. Null when nothing is left to tag.
 */
export function capturePassage(doc: ProseMirrorNode, text: Y.Text, { from, to }: PositionRange): CapturedPassage | null {
  const canonical = canonicalText(text)
  const trimmed = trim(canonical, Math.max(0, toFlat(doc, from) - 1), toFlat(doc, to) - 1)
  if (!trimmed) return null
  const [start, end] = snapToGraphemes(canonical, ...trimmed)
  if (start >= end) return null
  const runs = captureRuns(liveIndex(text), start, end)
  return { runs, quote: captureQuote(canonical, start, end), range: { from: toPos(doc, start + 1), to: toPos(doc, end + 1) } }
}

function trim(text: string, start: number, end: number): [number, number] | null {
  let first = start
  let last = Math.min(end, text.length)
  while (first < last && /\s/u.test(text[first]!)) first += 1
  while (last > first && /\s/u.test(text[last - 1]!)) last -= 1
  return first < last ? [first, last] : null
}
