import { showToast } from '#/components/ui/toast-store.ts'
import { snapToGraphemes } from '#/lib/anchor/snap.ts'
import { moveAnchor } from '#/lib/annotation/commands.ts'
import { t } from '#/lib/message/t.ts'
import { canonicalText } from '#/lib/text/flat.ts'
import { toFlat, toPos } from '#/lib/text/positions.ts'
import { type BoundaryUnit, boundaryFrom } from './boundary-from.ts'
import { capturePassage } from './canonical-range.ts'
import type { ReaderModel } from './reader-model.ts'
import type { PositionRange } from './visible-range.ts'
import { wordEdge } from './word-edge.ts'

/** Which end of a passage. */
export type PassageEnd = 'start' | 'end'

/** Shows an end of the selected passage at a position, snapped to whole characters or words; nothing is saved yet. */
export function dragEnd(model: ReaderModel, end: PassageEnd, position: number, unit: BoundaryUnit): void {
  const range = currentRange(model)
  if (!range || !model.view) return
  const { doc } = model.view.state
  const canonical = canonicalText(model.source.text)
  const at = Math.max(0, toFlat(doc, Math.min(Math.max(position, 1), doc.content.size)) - 1)
  const edge = unit === 'word' ? wordEdge(canonical, at, end) : snapToGraphemes(canonical, at, at)[end === 'start' ? 0 : 1]
  const snapped = toPos(doc, edge + 1)
  const next = end === 'start' ? { from: snapped, to: range.to } : { from: range.from, to: snapped }
  if (next.from < next.to) model.ui.set({ resizing: next })
}

/** Moves an end of the selected passage by characters (as people count them) or words; nothing is saved yet. */
export function nudgeEnd(model: ReaderModel, end: PassageEnd, by: 1 | -1, unit: BoundaryUnit): void {
  const range = currentRange(model)
  if (!range || !model.view) return
  const { doc } = model.view.state
  const canonical = canonicalText(model.source.text)
  const at = Math.max(0, toFlat(doc, end === 'start' ? range.from : range.to) - 1)
  const moved = toPos(doc, boundaryFrom(canonical, end, at, by, unit) + 1)
  const next = end === 'start' ? { from: moved, to: range.to } : { from: range.from, to: moved }
  if (next.from < next.to) model.ui.set({ resizing: next })
}

/** Keys that rest for so long have said where the end is to be, ms. */
const REST_MS = 600
let rest: ReturnType<typeof setTimeout> | undefined

/** The same, and saved once the keys rest, or with whatever comes first: see {@link commitResize}. */
export function nudgeAndSave(model: ReaderModel, end: PassageEnd, by: 1 | -1, unit: BoundaryUnit): void {
  nudgeEnd(model, end, by, unit)
  clearTimeout(rest)
  rest = setTimeout(() => commitResize(model), REST_MS)
}

/** Saves the passage as it is shown. Whoever does something else with the statement, or leaves the page, asks for it first. */
export function commitResize(model: ReaderModel): void {
  clearTimeout(rest)
  const { resizing } = model.ui.get()
  const passage = model.active()
  if (!resizing || !passage || !model.view) return
  model.ui.set({ resizing: null })
  const captured = capturePassage(model.view.state.doc, model.source.text, resizing)
  const before = model.rangeOf(passage.annotation.id)
  if (!captured || (before && before.from === captured.range.from && before.to === captured.range.to)) return
  if (!model.mayChange(passage)) {
    showToast(t('Only its author or an editor can change this statement.'))
    return
  }
  moveAnchor(
    model.layer,
    passage.annotation.id,
    { runs: captured.runs, quote: captured.quote, how: 'resize' },
    model.identity.userId,
    model.origin,
  )
  model.announce(t('Passage is now “{model}”', { model: model.words(captured.range) }))
}

function currentRange(model: ReaderModel): PositionRange | null {
  const { resizing, activeId } = model.ui.get()
  return resizing ?? (activeId === null ? null : model.rangeOf(activeId))
}
