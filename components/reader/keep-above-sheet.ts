import type { ReaderModel } from './reader-model.ts'

/** Room between the selected words and the sheet over the foot of the page, px. */
const ROOM = 16

/** Scrolls so far that a statement's words stand above the sheet that opened on them; its first line stays in sight. */
export function keepAboveSheet(model: ReaderModel, id: string, sheet: HTMLElement): void {
  const { view, desk } = model
  const range = model.rangeOf(id)
  if (!view || !desk || !range || !sheet.checkVisibility()) return
  const size = view.state.doc.content.size
  const covered = view.coordsAtPos(Math.min(range.to, size)).bottom + ROOM - sheet.getBoundingClientRect().top
  const free = view.coordsAtPos(Math.min(range.from, size)).top - ROOM - desk.getBoundingClientRect().top
  const by = Math.min(covered, free)
  if (by > 0) desk.scrollBy({ top: by })
}
