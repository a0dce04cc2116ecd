import { showToast } from '#/components/ui/toast-store.ts'
import { t } from '#/lib/message/t.ts'
import { chipsOf } from './chip-changes.ts'
import { findIdentical } from './identical-words.ts'
import type { ReaderModel } from './reader-model.ts'
import { capture } from './save-statement.ts'
import { EMPTY_DRAFT } from './tag-draft.ts'
import { openNew } from './tag-passage.ts'

/**
 * Opens the popover for every place with the selected words, or with those of the selected statement and its tags. It counts
 * them before anything is tagged. False when there are no words.
 */
export function openIdentical(model: ReaderModel): boolean {
  const { selection, activeId, armed } = model.ui.get()
  const range = selection ? capture(model, selection)?.range : model.rangeOf(activeId ?? '')
  if (!model.can('tag') || !range) return false
  const words = model.words(range)
  const whole = findIdentical(model, words, { matchCase: true, wholeWords: true })
  // Part of a word was selected: look for it in other words too.
  const identical = whole?.places.length === 0 ? findIdentical(model, words, { matchCase: true, wholeWords: false }) : whole
  if (!identical) {
    showToast(t('These words cross paragraphs, so they stand in one place only. Press T to tag them.'))
    return true
  }
  const active = selection ? undefined : model.active()?.annotation
  const chips = active ? chipsOf(active) : armed ? [armed] : []
  openNew(model, range, { ...EMPTY_DRAFT, chips }, { identical })
  return true
}
