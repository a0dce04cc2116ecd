import type { Node as ProseMirrorNode } from '@tiptap/pm/model'
import type * as Y from 'yjs'
import { captureQuote, captureRuns } from '#/lib/anchor/capture.ts'
import { liveIndex } from '#/lib/anchor/live-index.ts'
import { snapToGraphemes } from '#/lib/anchor/snap.ts'
import type { IdRun, Quote } from '#/lib/annotation/model.ts'
import { toFlat, toPos } from '#/lib/text/positions.ts'
import type { PositionRange } from './visible-range.ts'

/** An anchor for a passage, ready for the layer. */
export interface CapturedPassage {
  runs: IdRun[]
  quote: Quote
  /** The words as they were snapped, ProseMirror positions. */
  range: PositionRange
}

/** What is read of the text on either side of a passage, UTF-16 units: for whole characters and the quote's surroundings. */
const AROUND = 128

/**
 * Captures the words between two editor positions: white space at both ends is left out, and no character made of
 * several is cut. Null when nothing is left to tag. Reads the passage and its surroundings only, never the whole text.
 */
export function capturePassage(doc: ProseMirrorNode, text: Y.Text, { from, to }: PositionRange): CapturedPassage | null {
  const index = liveIndex(text)
  const { base } = index
  const [first, last] = [Math.max(base, toFlat(doc, from)), toFlat(doc, to)]
  const begin = Math.max(base, first - AROUND)
  const near = index.slice(begin, last + AROUND)
  const trimmed = trim(near, first - begin, last - begin)
  if (!trimmed) return null
  const [start, end] = snapToGraphemes(near, ...trimmed)
  if (start >= end) return null
  const runs = captureRuns(index, begin + start - base, begin + end - base)
  return { runs, quote: captureQuote(near, start, end), range: { from: toPos(doc, begin + start), to: toPos(doc, begin + end) } }
}

function trim(text: string, start: number, end: number): [number, number] | null {
  let first = start
  let last = Math.min(end, text.length)
  while (first < last && /\s/u.test(text[first]!)) first += 1
  while (last > first && /\s/u.test(text[last - 1]!)) last -= 1
  return first < last ? [first, last] : null
}
