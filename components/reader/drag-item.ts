import { showToast } from '#/components/ui/toast-store.ts'
import type { ReaderModel } from './reader-model.ts'
import type { CodebookItem } from './reader-state.ts'
import { changeStatement } from './save-statement.ts'
import { contentOf } from './statement-content.ts'
import { applyItem, chipFor } from './tag-passage.ts'

/** A press that moves less than this is a click, px. */
const SLACK = 6

/**
 * Follows a press on an item of the codebook: moved onto the selected words it tags them, onto a statement's card or bar it is
 * added there. Not the browser's own dragging, which would take the selection out of the text. Esc gives up.
 */
export function startDrag(model: ReaderModel, item: CodebookItem, press: { clientX: number; clientY: number }): void {
  let over: Element | null = null
  const aim = (target: Element | null) => {
    over?.classList.remove('is-dropzone')
    target?.classList.add('is-dropzone')
    over = target
  }
  const onMove = ({ clientX, clientY }: PointerEvent) => {
    const isDragged = model.ui.get().dragged !== null
    if (!isDragged && Math.hypot(clientX - press.clientX, clientY - press.clientY) < SLACK) return
    if (!isDragged) model.ui.set({ dragged: item })
    aim(targetAt(model, clientX, clientY))
  }
  const end = new AbortController()
  const stop = () => {
    aim(null)
    end.abort()
    model.ui.set({ dragged: null })
  }
  const onUp = () => {
    const target = model.ui.get().dragged ? over : null
    stop()
    if (target) drop(model, target, item)
  }
  const onKey = (event: KeyboardEvent) => {
    if (event.key !== 'Escape' || !model.ui.get().dragged) return
    event.stopPropagation()
    stop()
  }
  const { signal } = end
  addEventListener('pointermove', onMove, { signal })
  addEventListener('pointerup', onUp, { signal })
  addEventListener('pointercancel', stop, { signal })
  addEventListener('keydown', onKey, { signal, capture: true })
}

/** What an item can be dropped on: a statement's card or bar, or the text while words are selected. */
function targetAt(model: ReaderModel, x: number, y: number): Element | null {
  const at = document.elementFromPoint(x, y)
  return at?.closest('.card[data-id], .lane-bar[data-id]') ?? (model.ui.get().selection ? (at?.closest('.doc') ?? null) : null)
}

function drop(model: ReaderModel, target: Element, item: CodebookItem): void {
  const id = target.getAttribute('data-id')
  if (id === null) applyItem(model, item)
  else addItem(model, id, item)
}

/** Adds an item to a statement, unless it has it. */
function addItem(model: ReaderModel, id: string, item: CodebookItem): void {
  const annotation = model.store.get(id)?.annotation
  if (!annotation) return
  const before = contentOf(annotation, model.identity.userId)
  if (before.chips.some((chip) => chip.id === item.id)) showToast('This statement has that tag already.')
  else changeStatement(model, id, before, { ...before, chips: [...before.chips, chipFor(item, before.chips)] })
}
