import type { KeyPress } from '#/lib/keyboard/key-press.ts'
import type { ReaderModel } from './reader-model.ts'
import { draftReducer } from './tag-draft.ts'

/**
 * Takes a key that reaches the text while the popover is open, which is before its field has the keyboard: at its first use it may still
 * be on its way. What is typed is meant for it; in the text it would run commands or replace the words that are to be tagged.
 *
 * @returns whether the key was taken
 */
export function typeAhead(model: ReaderModel, { key, ctrlKey, metaKey, altKey }: KeyPress): boolean {
  const { popover } = model.ui.get()
  if (!popover || ctrlKey || metaKey || altKey) return false
  const { query } = popover.draft
  const isCharacter = [...key].length === 1
  if (!isCharacter && key !== 'Backspace' && key !== 'Enter' && key !== 'Delete') return false
  const typed = isCharacter ? query + key : key === 'Backspace' ? [...query].slice(0, -1).join('') : query
  if (typed !== query) model.ui.set({ popover: { ...popover, draft: draftReducer(popover.draft, { type: 'typed', query: typed }) } })
  return true
}
