import type { PlacedText } from '#/lib/format/project/placed-text.ts'
import { bestView, isNameOf, scoreViews, type ViewScore, viewKey } from './detect-view.ts'
import { isSound, type OffsetView, offsetsIn, STANDARD_VIEW } from './offset-views.ts'
import type { QdeSelection, QdeSource } from './qde.ts'

export interface SourceText {
  source: QdeSource
  file: { name: string; bytes: Uint8Array }
  /** As it stands in its file: with its byte order mark and line ends. */
  raw: string
  placedText: PlacedText
}

/** A selection with where it is in the text here; null when its words are not there. */
export interface PlacedSelection extends QdeSelection {
  range: { start: number; end: number } | null
}

export interface PlacedSource extends SourceText {
  selections: PlacedSelection[]
  /** False: selections begin and end within words whichever way one counts. */
  isCertain: boolean
}

/** Share of selections' ends that must be at the edges of words. */
const CERTAIN = 0.8

/**
 * Finds where selections are. No two programs count characters the same way, and files do not say how: each way is tried on each
 * source, and the one that makes words of the selections is taken.
 */
export function placeSelections(texts: readonly SourceText[], origin: string): PlacedSource[] {
  const scored = texts.map((text) => ({ text, scores: scoreViews(text.raw, text.source.selections) }))
  const totals = new Map<string, number>()
  for (const { scores } of scored) for (const { view, score } of scores) totals.set(viewKey(view), (totals.get(viewKey(view)) ?? 0) + score)
  const habits = habitsOf(origin)
  return scored.map(({ text, scores }) => placeWith(text, bestView(scores, totals, habits)))
}

function placeWith({ source, file, raw, placedText }: SourceText, { view, edges }: ViewScore): PlacedSource {
  const offsetOf = offsetsIn(raw, view)
  const selections = source.selections.map((selection) => ({ ...selection, range: rangeOf(selection, raw, offsetOf, placedText) }))
  const named = selections.filter(({ start, end, name }) => isNameOf(name, raw.slice(offsetOf(start) ?? 0, offsetOf(end) ?? 0))).length
  const all = selections.length
  return { source, file, raw, placedText, selections, isCertain: all === 0 || edges >= 2 * all * CERTAIN || named >= all * CERTAIN }
}

function rangeOf(
  { start, end }: QdeSelection,
  raw: string,
  offsetOf: (position: number) => number | null,
  placedText: PlacedText,
): { start: number; end: number } | null {
  const from = offsetOf(start)
  // What ends behind the text ends with it.
  const to = offsetOf(end) ?? (from === null || !(end > start) ? null : raw.length)
  if (from === null || to === null || to <= from) return null
  return placedText.rangeOf(isSound(raw, from) ? from : from - 1, isSound(raw, to) ? to : to + 1)
}

/** How programs are known to count, the likeliest first. */
function habitsOf(origin: string): OffsetView[] {
  if (/nvivo/i.test(origin)) return [{ unit: 'utf16', bom: false, crlf: 2 }, STANDARD_VIEW]
  if (/atlas|maxqda|qualcoder/i.test(origin))
    return [{ unit: 'code-point', bom: false, crlf: 1 }, { unit: 'utf16', bom: false, crlf: 1 }, STANDARD_VIEW]
  return [STANDARD_VIEW, { unit: 'utf16', bom: false, crlf: 2 }, { unit: 'code-point', bom: false, crlf: 1 }]
}
