import type { KeySituation } from './hotkeys.ts'
import type { ReaderModel } from './reader-model.ts'

/** What a key press meets: the mode, what is selected, which way its words run. */
export function keySituation(model: ReaderModel, mode: KeySituation['mode']): KeySituation {
  const { selection, activeId } = model.ui.get()
  const end = activeId === null ? undefined : model.rangeOf(activeId)?.to
  return {
    mode,
    selection: selection !== null,
    statement: activeId !== null,
    rightToLeft: end !== undefined && isRightToLeft(model, end),
  }
}

/** Whether the paragraph at a position runs from right to left. */
export function isRightToLeft(model: ReaderModel, position: number): boolean {
  const { view } = model
  if (!view) return false
  const { node } = view.domAtPos(Math.min(position, view.state.doc.content.size))
  const element = node instanceof Element ? node : node.parentElement
  return element !== null && getComputedStyle(element).direction === 'rtl'
}
