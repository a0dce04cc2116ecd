import { showToast } from '#/components/ui/toast-store.ts'
import { t } from '#/lib/message/t.ts'
import type { ReaderModel } from './reader-model.ts'
import type { CodebookItem } from './reader-state.ts'
import { changeStatement } from './save-statement.ts'
import { contentOf } from './statement-content.ts'
import { applyItem, chipFor } from './tag-passage.ts'

/** A press that moves less than this is a click, px. */
const SLACK = 6

/** What dropping an entry on a row of the codebook does: nests it there, or with Shift asks to merge. */
export type DropOnRow = (target: string, id: string, merges: boolean) => void

/**
 * Follows a press on an item of the codebook: moved onto the selected words it tags them, onto a statement's card or bar it is
 * added there, onto its label it takes the place of what that says, onto another row of the codebook see {@link DropOnRow}. Not the browser's own dragging, which would take the selection out of the text. Esc gives up.
 */
export function startDrag(
  model: ReaderModel,
  item: CodebookItem,
  press: { clientX: number; clientY: number },
  onRow: DropOnRow | null,
): void {
  let over: Element | null = null
  const aim = (target: Element | null) => {
    over?.classList.remove('is-dropzone')
    target?.classList.add('is-dropzone')
    over = target
  }
  const onMove = ({ clientX, clientY }: PointerEvent) => {
    const isDragged = model.ui.get().dragged !== null
    if (!isDragged && Math.hypot(clientX - press.clientX, clientY - press.clientY) < SLACK) return
    if (!isDragged) {
      model.ui.set({ dragged: item })
      document.body.classList.add('is-dragging-tag')
    }
    aim(targetAt(model, item, onRow !== null, clientX, clientY))
  }
  const end = new AbortController()
  const stop = () => {
    aim(null)
    end.abort()
    document.body.classList.remove('is-dragging-tag')
    model.ui.set({ dragged: null })
  }
  const onUp = ({ shiftKey }: PointerEvent) => {
    const wasDragged = model.ui.get().dragged !== null
    const target = wasDragged ? over : null
    stop()
    // The click that the browser makes of a press that ends where it began is no click.
    if (wasDragged) addEventListener('click', (event) => event.stopPropagation(), { capture: true, once: true, signal: soon() })
    if (target?.matches('.tree__row')) onRow?.(target.getAttribute('data-id')!, item.id, shiftKey)
    else if (target) drop(model, target, item)
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

/** What an item can be dropped on: a statement's card, bar or label, another row, or the text while words are selected. */
function targetAt(model: ReaderModel, item: CodebookItem, rowsToo: boolean, x: number, y: number): Element | null {
  const at = document.elementFromPoint(x, y)
  const row = rowsToo ? at?.closest('.tree__row[data-id]') : null
  if (row && row.getAttribute('data-id') !== item.id) return row
  const statement = at?.closest('.card[data-id], .lane-bar[data-id], .lane-label[data-id]')
  return statement ?? (model.ui.get().selection ? (at?.closest('.doc') ?? null) : null)
}

/** Ends with the event that is being handled and those it brings along. */
function soon(): AbortSignal {
  const end = new AbortController()
  setTimeout(() => end.abort())
  return end.signal
}

function drop(model: ReaderModel, target: Element, item: CodebookItem): void {
  const id = target.getAttribute('data-id')
  if (id === null) applyItem(model, item)
  else if (target.matches('.lane-label')) replaceTag(model, id, item)
  else addItem(model, id, item)
}

/** Puts an item in the place of what a statement's label says: its first shown tag of that kind, with the same role or stance. */
function replaceTag(model: ReaderModel, id: string, item: CodebookItem): void {
  const annotation = model.store.get(id)?.annotation
  if (!annotation) return
  const { hidden } = model.ui.get().codebook
  const before = contentOf(annotation, model.identity.userId)
  const at = before.chips.findIndex((chip) => chip.kind === item.kind && !hidden.has(chip.id))
  const said = before.chips[at]
  if (!said || before.chips.some((chip) => chip.id === item.id)) addItem(model, id, item)
  else changeStatement(model, id, before, { ...before, chips: before.chips.with(at, { ...said, id: item.id }) })
}

/** Adds an item to a statement, unless it has it. */
function addItem(model: ReaderModel, id: string, item: CodebookItem): void {
  const annotation = model.store.get(id)?.annotation
  if (!annotation) return
  const before = contentOf(annotation, model.identity.userId)
  if (before.chips.some((chip) => chip.id === item.id)) showToast(t('This statement has that tag already.'))
  else changeStatement(model, id, before, { ...before, chips: [...before.chips, chipFor(item, before.chips)] })
}
