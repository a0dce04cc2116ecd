import type { ReaderModel } from '#/components/reader/reader-model.ts'

/** Opens the original beside the text, or closes it; false when the document has none. */
export function toggleOriginal(model: ReaderModel): boolean {
  if (model.comparison.state.get().editions.length === 0) return false
  if (model.ui.get().original) closeOriginal(model)
  else model.ui.set({ original: true })
  return true
}

/** Closes the original; the keyboard goes back to where it was opened from. */
export function closeOriginal(model: ReaderModel): void {
  const isInside = document.querySelector('.original')?.contains(document.activeElement)
  model.ui.set({ original: false })
  if (!isInside) return
  const openers = [...document.querySelectorAll<HTMLElement>('[data-opens="original"]')]
  const shown = openers.find((opener) => opener.checkVisibility())
  if (shown) shown.focus()
  else model.focusText()
}
