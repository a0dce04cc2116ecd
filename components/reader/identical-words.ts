import * as Y from 'yjs'
import { showToast } from '#/components/ui/toast-store.ts'
import { counted } from '#/lib/counted.ts'
import { t } from '#/lib/message/t.ts'
import { type FindOptions, find } from '#/lib/text/find.ts'
import { canonicalText } from '#/lib/text/flat.ts'
import { toPos } from '#/lib/text/positions.ts'
import type { CapturedPassage } from './canonical-range.ts'
import { chipsOf, sameChips } from './chip-changes.ts'
import type { ReaderModel } from './reader-model.ts'
import { remember } from './recent-items.ts'
import { capture, writeStatement } from './save-statement.ts'
import type { StatementContent } from './statement-content.ts'
import type { DraftChip } from './tag-draft.ts'
import { showUndoToast } from './undo-toast.ts'
import type { PositionRange } from './visible-range.ts'

/** What counts as the same words. */
export type SameWords = Pick<FindOptions, 'matchCase' | 'wholeWords'>

/** Every place in the text that has the same words. */
export interface IdenticalWords extends SameWords {
  words: string
  /** In order, ProseMirror positions; not more than {@link MOST_PLACES}. */
  places: readonly PositionRange[]
  /** There are more than were listed. */
  more: boolean
}

/** Looked for at most. */
export const MOST_PLACES = 2_000
/** Half of what the server takes in one message. */
const STEP_BYTES = 1 << 20

/** Finds the places in the open text that have the words of a range; null when the range has none or they cross paragraphs. */
export function findIdentical(model: ReaderModel, words: string, same: SameWords): IdenticalWords | null {
  const { view } = model
  if (!view || words === '' || words.includes('\n')) return null
  const canonical = canonicalText(model.source.text)
  const { ranges, more } = find(canonical, words, { ...same, exactLetters: true }, MOST_PLACES)
  const { doc } = view.state
  const places = ranges.map(({ from, to }) => ({ from: toPos(doc, from + 1), to: toPos(doc, to + 1) }))
  return { ...same, words, places, more }
}

/** The places that this reader has not tagged with just these tags yet. */
export function placesLeft(model: ReaderModel, places: readonly PositionRange[], chips: readonly DraftChip[]): PositionRange[] {
  const { positions } = model.store
  const tagged = new Set<string>()
  for (const { row, annotation } of model.store.anchored()) {
    if (annotation.by === model.identity.userId && sameChips(chipsOf(annotation), chips))
      tagged.add(`${positions.from[row]} ${positions.to[row]}`)
  }
  return places.filter(({ from, to }) => !tagged.has(`${from} ${to}`))
}

/**
 * Tags every place that has the words now and is not tagged just so yet, in one step for undo, as many as one message to the
 * server takes. False when the words are no longer in the text.
 */
export function tagIdentical(model: ReaderModel, { words, ...same }: IdenticalWords, content: StatementContent): boolean {
  const found = findIdentical(model, words, same)
  if (!found || found.places.length === 0) return false
  const passages = placesLeft(model, found.places, content.chips).flatMap((place) => capture(model, place) ?? [])
  if (passages[0] === undefined) {
    showToast(t('All of them are tagged just so already.'))
    return true
  }
  const tagged = passages.slice(0, Math.max(1, Math.floor(STEP_BYTES / bytesOf(model, passages[0], content))))
  model.layer.transact(() => {
    for (const passage of tagged) writeStatement(model, model.layer, passage, content)
  }, model.origin)
  remember(model, content.chips)
  const left = passages.length - tagged.length
  showUndoToast(
    model,
    t('{passages} tagged.{value}', {
      passages: counted(tagged.length, 'passage'),
      value: left > 0 ? ` ${t('{places} left: press Shift+A again.', { places: counted(left, 'place') })}` : '',
    }),
  )
  return true
}

/** What a statement adds to a message. */
function bytesOf(model: ReaderModel, passage: CapturedPassage, content: StatementContent): number {
  const alone = new Y.Doc()
  writeStatement(model, alone, passage, content)
  const bytes = Y.encodeStateAsUpdate(alone).length
  alone.destroy()
  return bytes
}
