import { Plugin } from '@tiptap/pm/state'
import type { EditorView } from '@tiptap/pm/view'
import { currentKeymap } from '#/components/keyboard/keymap-store.ts'
import { wouldType } from '#/lib/keyboard/key-press.ts'
import { isOwnWork } from '#/lib/text/own-work.ts'
import { readCaret } from '#/lib/text/read-caret.ts'
import { tagWithArmed } from './armed-tag.ts'
import { commandFor } from './hotkeys.ts'
import { hoverStatement } from './hover-statement.ts'
import { keySituation } from './key-situation.ts'
import type { ReaderModel } from './reader-model.ts'
import { runCommand } from './run-command.ts'
import { leaveStatement, selectAt } from './select-passage.ts'
import { openEmptyPopover } from './tag-passage.ts'
import { typeAhead } from './type-ahead.ts'
import { selectByClicks } from './widen-selection.ts'

/** How long after letting go of the mouse the popover opens, ms: a third click must still be able to widen the selection. */
const POPOVER_DELAY_MS = 80
/** An armed tag is put without asking, so it waits longer for a third click. */
const ARMED_DELAY_MS = 320
const SHORTEST_SELECTION = 2

/**
 * What stands between the person and the text: keys are shortcuts in Tag mode, the text only changes in Edit mode, a
 * click selects a statement, a selection by mouse opens the tag popover.
 */
export function editorGuard(model: ReaderModel): Plugin {
  const editing = () => model.ui.get().mode === 'edit' && model.ui.get().ready && model.can('edit-text')
  return new Plugin({
    // The last word: whatever a browser, an input method or an extension tries, only Edit mode changes the text.
    filterTransaction: (transaction) => !transaction.docChanged || isOwnWork(transaction) || editing(),
    props: {
      handleKeyDown: (view, event) => {
        readCaret(view)
        return onKey(model, event, editing())
      },
      handleClick: (_view, position, event) => onClick(model, position, event),
      handleDOMEvents: {
        beforeinput: (_view, event) => !editing() && refuse(event),
        paste: (_view, event) => (editing() ? ownStep(model) : refuse(event)),
        cut: (_view, event) => (editing() ? ownStep(model) : refuse(event)),
        drop: (_view, event) => (editing() ? ownStep(model) : refuse(event)),
        dragstart: (_view, event) => !editing() && refuse(event),
        mouseover: (_view, event) => onHover(model, event),
        mouseleave: () => onHover(model, null),
        mousedown: (view, event) => {
          onPress(model, event.detail)
          // The mouse may be let go outside the text.
          if (event.button === 0) addEventListener('mouseup', ({ detail }) => onRelease(model, view, detail), { once: true })
          if (!selectByClicks(view, event)) return false
          event.preventDefault()
          return true
        },
      },
    },
  })
}

function refuse(event: Event): boolean {
  event.preventDefault()
  return true
}

/** What the event does to the text is undone by itself, not with what was typed a moment before or after. */
function ownStep({ undo }: ReaderModel): false {
  undo?.seal()
  // The editor acts on the event in the same turn.
  queueMicrotask(() => undo?.seal())
  return false
}

function onKey(model: ReaderModel, event: KeyboardEvent, editing: boolean): boolean {
  if (event.isComposing) return false
  if (typeAhead(model, event)) {
    event.preventDefault()
    return true
  }
  const command = commandFor(event, keySituation(model, editing ? 'edit' : 'tag'), currentKeymap())
  if (command && runCommand(model, command)) {
    event.preventDefault()
    return true
  }
  if (editing || !wouldType(event)) return false
  event.preventDefault()
  return true
}

function onClick(model: ReaderModel, position: number, event: MouseEvent): boolean {
  const link = event.target instanceof Element ? event.target.closest('a[href]') : null
  if (link && (event.ctrlKey || event.metaKey)) return false
  if (link) event.preventDefault()
  if (!selectAt(model, position)) leaveStatement(model)
  return false
}

/** What a selection by mouse still does once it is clear that no further click widens it. */
let release: { timer: ReturnType<typeof setTimeout>; clicks: number; act: () => void } | null = null

/** @param clicks how many in a row */
function onRelease(model: ReaderModel, view: EditorView, clicks: number): void {
  const delay = model.ui.get().armed && clicks === 2 ? ARMED_DELAY_MS : POPOVER_DELAY_MS
  if (release) clearTimeout(release.timer)
  const act = () => {
    release = null
    if (view.isDestroyed || model.ui.get().mode !== 'tag') return
    readCaret(view)
    const { from, to } = view.state.selection
    if (to - from < SHORTEST_SELECTION || tagWithArmed(model) || model.ui.get().popover || !matchMedia('(hover: hover)').matches) return
    openEmptyPopover(model)
  }
  release = { timer: setTimeout(act, delay), clicks, act }
}

/**
 * The next press replaces the selection. Words selected with an armed tag get it first, however soon the press comes, unless it is
 * the next click of a row, which widens them.
 *
 * @param clicks how many in a row, this one included
 */
function onPress(model: ReaderModel, clicks: number): void {
  if (!release) return
  clearTimeout(release.timer)
  if (model.ui.get().armed && (release.clicks === 1 || clicks <= 1)) release.act()
  release = null
}

/** Hovering a passage lifts it out of the others. */
function onHover(model: ReaderModel, event: MouseEvent | null): false {
  const span = event?.target instanceof Element && event.buttons === 0 ? event.target.closest<HTMLElement>('[data-a]') : null
  const ids = span?.dataset.a?.split(' ') ?? []
  const { activeId } = model.ui.get()
  const shortest = ids.map((id) => ({ id, range: model.rangeOf(id) })).sort((a, b) => lengthOf(a.range) - lengthOf(b.range))[0]
  hoverStatement(model, activeId !== null && ids.includes(activeId) ? activeId : (shortest?.id ?? null))
  return false
}

function lengthOf(range: { from: number; to: number } | null): number {
  return range ? range.to - range.from : Number.POSITIVE_INFINITY
}
