import type { Node as ProseMirrorNode } from '@tiptap/pm/model'
import type { Transaction } from '@tiptap/pm/state'
import { counted } from '#/lib/counted.ts'
import { numberWords } from '#/lib/message/locale.ts'
import { t } from '#/lib/message/t.ts'
import { LINE_BREAK } from '#/lib/text/block.ts'
import { MOST_HITS } from '#/lib/text/find.ts'
import { toPos } from '#/lib/text/positions.ts'
import { wordChange } from '#/lib/text/word-change.ts'
import { show } from './find-words.ts'
import type { ReaderModel } from './reader-model.ts'
import { showUndoToast } from './undo-toast.ts'
import type { PositionRange } from './visible-range.ts'

/** Whether this reader may change the text now. */
export function canReplace(model: ReaderModel): boolean {
  const { mode, ready } = model.ui.get()
  return mode === 'edit' && ready && model.can('edit-text')
}

/** Replaces the current hit and goes to the next one. */
export function replaceCurrent(model: ReaderModel): void {
  const { find, view } = model
  const hit = find.current
  if (!view || !hit || !canReplace(model)) return
  const { tr } = view.state
  replaceHit(tr, view.state.doc, hit, find.state.get().replacement)
  write(model, tr)
  find.search(tr.mapping.map(hit.to, 1))
  show(model)
}

/** Replaces every hit, as one edit and one step of undo. */
export function replaceAll(model: ReaderModel): void {
  const { find, view } = model
  if (!view || !canReplace(model)) return
  const { doc, tr } = view.state
  const ranges = find.all(MOST_HITS + 1)
  const { replacement } = find.state.get()
  const taken = ranges.slice(0, MOST_HITS)
  // From the last to the first: places before an edit stay where they are.
  for (const { from, to } of taken.toReversed()) replaceHit(tr, doc, { from: toPos(doc, from + 1), to: toPos(doc, to + 1) }, replacement)
  if (taken.length === 0) return
  write(model, tr)
  find.search(view.state.selection.from)
  const number = numberWords(taken.length)
  const said =
    ranges.length > taken.length
      ? t('Replaced in the first {number} places. Replace all again for the rest.', { number })
      : t('Replaced in {places}.', { places: counted(taken.length, 'place') })
  showUndoToast(model, said)
  model.announce(said)
}

/** Adds the replacement of one hit: only what differs is taken out and put in, so that tags stay on what does not. */
export function replaceHit(tr: Transaction, doc: ProseMirrorNode, { from, to }: PositionRange, replacement: string): void {
  const before = doc.textBetween(from, to, '\n', LINE_BREAK)
  const change = wordChange(before, replacement)
  if (!change) return
  const start = from + change.from
  const end = from + change.to
  const marks = start < end ? doc.resolve(start).marksAcross(doc.resolve(end)) : doc.resolve(start).marks()
  // Two steps: first words go, then others come in their place, which is how a tag knows that they replace the first.
  if (start < end) tr.delete(start, end)
  if (change.text !== '') tr.insert(start, doc.type.schema.text(change.text, marks))
}

function write(model: ReaderModel, tr: Transaction): void {
  const { view, undo, store } = model
  if (!view || !tr.docChanged) return
  undo?.seal()
  view.dispatch(tr)
  undo?.seal()
  store.resolve(view.state.doc)
}
