import { showToast } from '#/components/ui/toast-store.ts'
import { liveAliases } from '#/lib/anchor/alias.ts'
import { type Candidate, findCandidates, strongCandidate } from '#/lib/anchor/candidates.ts'
import { captureQuote, captureRuns } from '#/lib/anchor/capture.ts'
import { liveIndex } from '#/lib/anchor/live-index.ts'
import { resolveRuns } from '#/lib/anchor/resolve.ts'
import { moveAnchor } from '#/lib/annotation/commands.ts'
import type { AnchorValue, Annotation, IdRun, Quote } from '#/lib/annotation/model.ts'
import { t } from '#/lib/message/t.ts'
import { canonicalText } from '#/lib/text/flat.ts'
import { toPos } from '#/lib/text/positions.ts'
import type { ReaderModel } from './reader-model.ts'
import { scrollToPosition, selectStatement } from './select-passage.ts'
import { showUndoToast } from './undo-toast.ts'
import type { PositionRange } from './visible-range.ts'

/** Around a candidate, UTF-16 units. */
const CONTEXT = 48

/** A place in the text that a detached statement may be attached to, by the identity of its words: edits do not shift it. */
export interface FoundPlace {
  runs: IdRun[]
  /** As it would be kept with the statement. */
  quote: Quote
  /** All of the words, and what is shown around them. */
  prefix: string
  words: string
  suffix: string
  /** The words are exactly those that were lost. */
  isSame: boolean
}

/** Where the words of a detached statement may be now, best first; `strong`: whether the first is surely meant. */
export function placesFor(model: ReaderModel, { quote, runs }: Annotation): { places: FoundPlace[]; strong: FoundPlace | null } {
  const { text } = model.source
  const canonical = canonicalText(text)
  const candidates = findCandidates(canonical, quote, { near: nearOf(model, runs) })
  const index = liveIndex(text)
  const place = ({ start, end }: Candidate): FoundPlace => ({
    runs: captureRuns(index, start, end),
    quote: captureQuote(canonical, start, end),
    prefix: canonical.slice(Math.max(0, start - CONTEXT), start).toWellFormed(),
    words: canonical.slice(start, end),
    suffix: canonical.slice(end, end + CONTEXT).toWellFormed(),
    isSame: canonical.slice(start, end) === quote.exact,
  })
  const places = candidates.map(place)
  return { places, strong: strongCandidate(candidates) ? (places[0] ?? null) : null }
}

/** Shows a place in the text as it would be marked, and brings it into sight; null takes that away. */
export function previewPlace(model: ReaderModel, place: FoundPlace | null): void {
  const range = place && rangeOf(model, place.runs)
  model.ui.set({ preview: range })
  if (range) scrollToPosition(model, range.from)
}

/** Attaches a statement to a place a person chose. False when its words have been deleted meanwhile. */
export function attachTo(model: ReaderModel, id: string, { runs, quote }: FoundPlace, how: AnchorValue['how']): boolean {
  model.ui.set({ preview: null })
  if (!rangeOf(model, runs)) return false
  moveAnchor(model.layer, id, { runs, quote, how }, model.identity.userId, model.origin)
  return true
}

/** The same for several statements, as one step to undo. Returns how many had their words still there. */
export function attachAllStrong(model: ReaderModel, found: readonly { id: string; place: FoundPlace }[]): number {
  return model.layer.transact(() => found.filter(({ id, place }) => attachTo(model, id, place, 'import')).length, model.origin)
}

/** The same for one statement in the list of detached ones: selects it and offers to undo. */
export function attachFound(model: ReaderModel, id: string, place: FoundPlace): void {
  if (!attachTo(model, id, place, 'found')) {
    showToast(t('These words have just been deleted. Look again.'))
    return
  }
  selectStatement(model, id)
  showUndoToast(model, t('Statement attached.'))
}

/** Goes to the place in the text where a statement's words stood; false when it is not known. */
export function showWhereItWas(model: ReaderModel, { runs }: Annotation): boolean {
  const near = nearOf(model, runs)
  const { view } = model
  if (near === null || !view) return false
  const { doc } = view.state
  const position = Math.min(toPos(doc, near + 1), doc.content.size)
  const $place = doc.resolve(position)
  // The paragraph it stood in: there are no words left to show.
  model.ui.set({ preview: $place.parent.isTextblock ? { from: $place.start(), to: Math.max($place.end(), $place.start()) } : null })
  scrollToPosition(model, position)
  return true
}

/** Whether it is known where a statement's words stood. */
export function isPlaceKnown(model: ReaderModel, { runs }: Annotation): boolean {
  return nearOf(model, runs) !== null
}

function nearOf({ source }: ReaderModel, runs: IdRun[]): number | null {
  const placement = resolveRuns(liveIndex(source.text), runs, liveAliases(source.alias))
  return placement.state === 'orphan' ? placement.near : null
}

function rangeOf({ source, view }: ReaderModel, runs: IdRun[]): PositionRange | null {
  const placement = resolveRuns(liveIndex(source.text), runs, liveAliases(source.alias))
  if (placement.state !== 'anchored' || !view) return null
  return { from: toPos(view.state.doc, placement.start + 1), to: toPos(view.state.doc, placement.end + 1) }
}
