import { TextSelection } from '@tiptap/pm/state'
import type { ReaderModel } from './reader-model.ts'
import { commitResize } from './resize-passage.ts'
import { statementInFull } from './statement-words.ts'

/** Selects a statement and brings its words into sight when they are not. */
export function selectStatement(model: ReaderModel, id: string, options: { scroll?: boolean; flash?: boolean } = {}): void {
  commitResize(model)
  const range = model.rangeOf(id)
  model.ui.set({ activeId: id, resizing: null, cards: range ? 'statements' : 'detached' })
  if (!range || !model.view) return
  placeCaret(model, range.to)
  if (options.scroll ?? true) scrollToPosition(model, range.from, options.flash)
  if (options.flash) flash(model, id)
}

/** Leaves the selected statement. An end that was just moved stays where it is. */
export function leaveStatement(model: ReaderModel): void {
  commitResize(model)
  model.ui.set({ activeId: null, resizing: null })
}

/** The statements whose words are at a position, shortest first. */
function statementsAt(model: ReaderModel, position: number): string[] {
  const { positions } = model.store
  return model.store
    .arrange()
    .filter(({ passage: { row } }) => positions.from[row]! <= position && position < positions.to[row]!)
    .sort((a, b) => length(a.passage.row) - length(b.passage.row))
    .map(({ passage }) => passage.annotation.id)

  function length(row: number): number {
    return positions.to[row]! - positions.from[row]!
  }
}

/** Selects the shortest statement at a position; there already, the next longer one. False when there is none. */
export function selectAt(model: ReaderModel, position: number): boolean {
  const ids = statementsAt(model, position)
  if (ids.length === 0) return false
  const { activeId } = model.ui.get()
  const next = ids[(ids.indexOf(activeId ?? '') + 1) % ids.length]!
  commitResize(model)
  model.ui.set({ activeId: next, resizing: null, cards: 'statements' })
  announceStatement(model, next)
  return true
}

/** Selects the next statement that overlaps the selected one. */
export function cycleOverlap(model: ReaderModel): void {
  const range = model.rangeOf(model.ui.get().activeId ?? '')
  if (range) selectAt(model, range.from)
}

/** Selects the next (1) or previous (-1) statement in document order, from the selected one or from the caret. */
export function step(model: ReaderModel, by: 1 | -1): void {
  const arranged = model.store.arrange()
  if (arranged.length === 0) return
  const at = arranged.findIndex(({ passage }) => passage.annotation.id === model.ui.get().activeId)
  const next = at === -1 ? fromCaret(model, by) : at + by
  const target = arranged[(next + arranged.length) % arranged.length]!
  selectStatement(model, target.passage.annotation.id)
  announceStatement(model, target.passage.annotation.id)
}

function fromCaret(model: ReaderModel, by: 1 | -1): number {
  const caret = model.view?.state.selection.head ?? 0
  const arranged = model.store.arrange()
  const after = arranged.findIndex(({ passage }) => model.store.positions.from[passage.row]! >= caret)
  const next = after === -1 ? arranged.length : after
  return by === 1 ? next : next - 1
}

function announceStatement(model: ReaderModel, id: string): void {
  const passage = model.store.get(id)
  const range = model.rangeOf(id)
  if (passage && range) model.announce(`“${model.words(range)}” ${statementInFull(passage.annotation, model.ui.get().codebook)}`)
}

/** Flashes a statement's words once. */
export function flash(model: ReaderModel, id: string): void {
  model.ui.set({ flashId: id })
  setTimeout(() => {
    if (model.ui.get().flashId === id) model.ui.set({ flashId: null })
  }, 2_000)
}

function placeCaret(model: ReaderModel, position: number): void {
  const { view } = model
  if (!view) return
  const { doc, tr } = view.state
  view.dispatch(tr.setSelection(TextSelection.near(doc.resolve(Math.min(position, doc.content.size)), -1)))
}

/** Room left under the bar and over the foot of the page when a position counts as in sight, px. */
const ROOM_ABOVE = 64
const ROOM_BELOW = 48
/** Parts that were not drawn before only get their true height when they come near, so a jump is corrected for some frames. */
const MOST_CORRECTIONS = 8

/**
 * Brings a position to the upper third of the page, unless it is in sight already.
 *
 * @param fromElsewhere somebody comes to it by a link: it must then stand in the upper half, so that its open card has room below
 */
export function scrollToPosition(model: ReaderModel, position: number, fromElsewhere = false): void {
  let corrections = 0
  let still = 0
  const correct = () => {
    const { view, desk } = model
    if (!view || !desk || corrections++ > MOST_CORRECTIONS || still > 1) return
    const { top, height } = desk.getBoundingClientRect()
    const at = view.coordsAtPos(Math.min(position, view.state.doc.content.size)).top - top
    if (at > ROOM_ABOVE && at < (fromElsewhere ? height / 2 : height - ROOM_BELOW)) still += 1
    else {
      still = 0
      desk.scrollBy({ top: at - height / 3 })
    }
    requestAnimationFrame(correct)
  }
  correct()
}
