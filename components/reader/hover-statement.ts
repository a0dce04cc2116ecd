import type { ReaderModel } from './reader-model.ts'

const DELAY_MS = 120
let timer: ReturnType<typeof setTimeout> | undefined

/** A statement under the pointer lifts out of the others after a moment; leaving it restores at once. */
export function hoverStatement(model: ReaderModel, id: string | null): void {
  clearTimeout(timer)
  // A finger does not hover: a tap would leave everything else unmarked.
  if (id !== null && !matchMedia('(hover: hover)').matches) return
  if (id === model.ui.get().hoverId) return
  model.ui.set({ hoverId: null })
  if (id !== null) timer = setTimeout(() => model.ui.set({ hoverId: id }), DELAY_MS)
}
