import type { EditorView } from '@tiptap/pm/view'
import type { PositionRange } from './visible-range.ts'

const GAP = 12
const EDGE = 8

/**
 * Puts the popover under the end of the words, or above their beginning when there is no room below; never over them.
 * It stands in the page, so it scrolls with the text. Set through the CSSOM.
 */
export function placePopover(box: HTMLElement, view: EditorView, { from, to }: PositionRange): void {
  const page = box.offsetParent
  const desk = box.closest('.desk')
  if (!page || !desk) return
  const size = view.state.doc.content.size
  const start = view.coordsAtPos(Math.min(from, size), 1)
  const end = view.coordsAtPos(Math.min(to, size), -1)
  const origin = page.getBoundingClientRect()
  const column = view.dom.getBoundingClientRect()
  const frame = desk.getBoundingClientRect()
  const { offsetWidth: width, offsetHeight: height } = box
  const rtl = getComputedStyle(view.dom).direction === 'rtl'

  const above = end.bottom + GAP + height > frame.bottom - EDGE && start.top - GAP - height > frame.top + 40
  const top = above ? start.top - GAP - height : end.bottom + GAP
  const anchor = above ? start.left + (rtl ? -24 : 24) : end.left
  const least = Math.max(frame.left + EDGE, column.left - EDGE)
  const most = Math.min(frame.right - EDGE, column.right + EDGE) - width
  const left = Math.max(frame.left + EDGE, Math.min(Math.max(anchor - width / 2, least), most))
  box.classList.toggle('pop--above', above)
  box.style.left = `${left - origin.left}px`
  box.style.top = `${top - origin.top}px`
  const tip = box.querySelector<HTMLElement>('.pop__tip')
  if (tip) tip.style.left = `${Math.max(14, Math.min(anchor - left - 6, width - 28))}px`
}

/** Scrolls the page until all of the popover is in sight, when there was room neither under nor above the words. */
export function revealPopover(box: HTMLElement): void {
  const desk = box.closest('.desk')
  if (!desk) return
  const hidden = box.getBoundingClientRect().bottom + EDGE - desk.getBoundingClientRect().bottom
  if (hidden > 0) desk.scrollBy({ top: hidden })
}
