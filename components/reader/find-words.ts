import { TextSelection } from '@tiptap/pm/state'
import { t } from '#/lib/message/t.ts'
import type { FindOptions } from '#/lib/text/find.ts'
import type { ReaderModel } from './reader-model.ts'
import { scrollToPosition } from './select-passage.ts'
import { closePopover } from './tag-passage.ts'

/** Longer selections are not what somebody looks for, UTF-16 units. */
const LONGEST_QUERY = 200
/** How much of the text is read out on either side of a hit, characters. */
const CONTEXT = 40
/** While somebody types what to look for, only what they end with is read out, ms. */
const SAY_AFTER_MS = 500

/** Opens the find bar, on the selected words when there are some. Replacing is for Edit mode. */
export function openFind(model: ReaderModel, isReplacing: boolean): boolean {
  const { view, find } = model
  if (!view) return false
  closePopover(model)
  const { selection, doc } = view.state
  const words = doc.textBetween(selection.from, selection.to, '\n', '\n')
  const query = words !== '' && words.length <= LONGEST_QUERY && !words.includes('\n') ? words : find.state.get().query
  if (isReplacing && model.ui.get().mode === 'edit') find.state.set({ isReplacing: true })
  find.state.set({ isOpen: true, query })
  find.search(selection.from)
  show(model)
  focusFind()
  return true
}

/** Gives the field the keyboard, its words selected; the bar does so itself when it comes, before the next key can be pressed. */
export function focusFind(): void {
  const field = document.querySelector<HTMLInputElement>('#find-query')
  field?.focus()
  field?.select()
}

/** Closes it. The current hit is selected in the text, so that it can be tagged at once. */
export function closeFind(model: ReaderModel): void {
  const { view, find } = model
  const hit = find.current
  find.state.set({ isOpen: false, round: find.state.get().round + 1 })
  if (view && hit) view.dispatch(view.state.tr.setSelection(TextSelection.create(view.state.doc, hit.from, hit.to)))
  model.focusText()
}

/** Looks for something else, from where the search began. */
export function lookFor(model: ReaderModel, change: { query: string } | { options: FindOptions }): void {
  model.find.look(change)
  show(model, SAY_AFTER_MS)
}

/** Goes to the next (1) or previous (-1) hit. */
export function stepFind(model: ReaderModel, by: 1 | -1): void {
  model.find.step(by)
  show(model)
}

let timer: ReturnType<typeof setTimeout> | undefined

/** Brings the current hit into sight and reads it out. */
export function show(model: ReaderModel, sayAfter = 0): void {
  const { find } = model
  const hit = find.current
  if (hit) scrollToPosition(model, hit.from)
  clearTimeout(timer)
  timer = setTimeout(() => {
    const { query, isOpen } = find.state.get()
    if (isOpen && query !== '') model.announce(inWords(model))
  }, sayAfter)
}

/** "3 of 17", for eyes. */
export function countInWords({ count, current, more }: { count: number; current: number; more: boolean }): string {
  return count === 0 ? t('None') : `${t('{current} of {count}', { current: current + 1, count })}${more ? '+' : ''}`
}

/** The count, and the words around the hit, for ears. */
function inWords({ find, view }: ReaderModel): string {
  const hit = find.current
  if (!hit || !view) return t('Not in the text.')
  const $from = view.state.doc.resolve(hit.from)
  const block = $from.parent
  const start = Math.max(0, $from.parentOffset - CONTEXT)
  const end = Math.min(block.content.size, hit.to - $from.start() + CONTEXT)
  return `${countInWords(find.state.get())}: ${block.textBetween(start, end, ' ', ' ')}`
}
