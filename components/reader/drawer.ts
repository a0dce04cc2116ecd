import type { ReaderModel } from './reader-model.ts'

/** Whether the codebook is a drawer over the page; the width is the style sheet's. */
export function isNarrow(): boolean {
  return matchMedia('(max-width: 1100px)').matches
}

/** Slides the codebook over the page and gives it the keyboard. */
export function openDrawer(model: ReaderModel): void {
  model.ui.set({ drawer: true })
  requestAnimationFrame(() => document.querySelector<HTMLElement>('.book [role="tab"][aria-selected="true"]')?.focus())
}

/** Slides it away; the keyboard goes back to the button that opens it. */
export function closeDrawer(model: ReaderModel): void {
  model.ui.set({ drawer: false })
  document.querySelector<HTMLElement>('.drawer-button')?.focus()
}

/** Esc in the codebook: back to the text, past the drawer when there is one. */
export function leaveCodebook(model: ReaderModel): void {
  model.ui.set({ drawer: false })
  model.focusText()
}
