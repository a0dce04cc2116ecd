import { TextSelection } from '@tiptap/pm/state'
import { openKeyboard } from '#/components/keyboard/open-keyboard.ts'
import { goToDifference } from '#/components/original/go-to-difference.ts'
import { toggleOriginal } from '#/components/original/toggle-original.ts'
import { ignoreMention } from '#/components/radar/ignore-mention.ts'
import { openMention, takeMention } from '#/components/radar/take-mention.ts'
import { disarm, tagWithArmed } from './armed-tag.ts'
import { deleteStatement, duplicateStatement, stateStance, swapRoles, toggleImportant } from './change-statement.ts'
import { COLOUR_BYS } from './colouring.ts'
import { closeDrawer, isNarrow } from './drawer.ts'
import { closeFind, openFind } from './find-words.ts'
import { goToDocument } from './go-to-document.ts'
import type { AskedCommand } from './hotkeys.ts'
import { openRecent, tagInVivo } from './in-vivo.ts'
import { openIdentical } from './open-identical.ts'
import { quickItem } from './quick-items.ts'
import type { ReaderModel } from './reader-model.ts'
import { MARKINGS } from './reader-state.ts'
import { focusRegion } from './regions.ts'
import { commitResize, nudgeAndSave } from './resize-passage.ts'
import { cycleOverlap, leaveStatement, step } from './select-passage.ts'
import { commentHere } from './start-comment.ts'
import { switchMode } from './switch-mode.ts'
import { applyItem, closePopover, openPopover, openStatement, repeatLast } from './tag-passage.ts'
import { widenSelection } from './widen-selection.ts'

/** Does what a key asked for; false when it cannot be done now, so the key keeps its own meaning. */
export function runCommand(model: ReaderModel, command: AskedCommand): boolean {
  // An end that keys were moving stays where it was put, except for Esc, which gives it up.
  if (command !== 'leave' && !/^(start|end)-/.test(command)) commitResize(model)
  const digit = /^quick-(?:editing-)?(\d)$/.exec(command)?.[1]
  if (digit) {
    const item = quickItem(model, Number(digit))
    return item ? applyItem(model, item) : false
  }
  const onStatement = STATEMENT_COMMANDS[command]
  if (onStatement) {
    const { activeId } = model.ui.get()
    if (activeId !== null) onStatement(model, activeId)
    return activeId !== null
  }
  return COMMANDS[command]?.(model) ?? false
}

const STATEMENT_COMMANDS: Partial<Record<AskedCommand, (model: ReaderModel, id: string) => void>> = {
  edit: (model, id) => openStatement(model, id),
  details: (model, id) => openStatement(model, id, 'details'),
  memo: (model, id) => openStatement(model, id, 'memo'),
  cycle: (model) => cycleOverlap(model),
  supports: (model, id) => stateStance(model, id, 'supports'),
  opposes: (model, id) => stateStance(model, id, 'opposes'),
  neutral: (model, id) => stateStance(model, id, 'neutral'),
  swap: swapRoles,
  important: toggleImportant,
  duplicate: duplicateStatement,
  delete: deleteStatement,
  'end-forward': (model) => nudgeAndSave(model, 'end', 1, 'grapheme'),
  'end-back': (model) => nudgeAndSave(model, 'end', -1, 'grapheme'),
  'start-forward': (model) => nudgeAndSave(model, 'start', 1, 'grapheme'),
  'start-back': (model) => nudgeAndSave(model, 'start', -1, 'grapheme'),
  'end-word-forward': (model) => nudgeAndSave(model, 'end', 1, 'word'),
  'end-word-back': (model) => nudgeAndSave(model, 'end', -1, 'word'),
  'start-word-forward': (model) => nudgeAndSave(model, 'start', 1, 'word'),
  'start-word-back': (model) => nudgeAndSave(model, 'start', -1, 'word'),
}

const COMMANDS: Partial<Record<AskedCommand, (model: ReaderModel) => boolean>> = {
  tag: openPopover,
  // While editing there may only be a caret, on a name.
  'tag-editing': (model) => openPopover(model) || openMention(model),
  'comment-editing': commentHere,
  'open-mention': openMention,
  'take-mention': takeMention,
  'ignore-mention': ignoreMention,
  'tag-identical': openIdentical,
  'repeat-tag': (model) => tagWithArmed(model) || repeatLast(model),
  widen: widenSelection,
  recent: openRecent,
  'in-vivo': tagInVivo,
  next: (model) => done(step(model, 1)),
  previous: (model) => done(step(model, -1)),
  comment: commentHere,
  panels: (model) => done(model.ui.set({ panels: !model.ui.get().panels, drawer: !model.ui.get().drawer })),
  marking: (model) => done(model.ui.set({ marking: MARKINGS[(MARKINGS.indexOf(model.ui.get().marking) + 1) % MARKINGS.length]! })),
  filter: (model) => {
    model.ui.set({ drawer: true, panels: true })
    requestAnimationFrame(() => document.getElementById('codebook-filter')?.focus())
    return true
  },
  'colour-by': (model) =>
    done(model.ui.set({ colourBy: COLOUR_BYS[(COLOUR_BYS.indexOf(model.ui.get().colourBy) + 1) % COLOUR_BYS.length]! })),
  'text-only': (model) => done(model.ui.set({ textOnly: !model.ui.get().textOnly })),
  'show-new': (model) => model.news.showAll(),
  'next-document': (model) => goToDocument(model, 1),
  'previous-document': (model) => goToDocument(model, -1),
  original: toggleOriginal,
  'next-difference': (model) => model.ui.get().original && goToDifference(model, 1),
  'previous-difference': (model) => model.ui.get().original && goToDifference(model, -1),
  'next-region': () => done(focusRegion(1)),
  'previous-region': () => done(focusRegion(-1)),
  keys: () => done(openKeyboard('sheet')),
  palette: () => done(openKeyboard('palette')),
  'toggle-mode': (model) => switchMode(model, model.ui.get().mode === 'tag' ? 'edit' : 'tag'),
  find: (model) => openFind(model, false),
  replace: (model) => openFind(model, true),
  undo: (model) => done(model.undo?.undo()),
  redo: (model) => done(model.undo?.redo()),
  leave,
}

function done(_result: unknown): true {
  return true
}

/** Esc: first closes the popover, the find bar or the drawer, then stops following somebody, puts an armed tag down, ends a resize, the selected statement, Edit mode, the selection. */
function leave(model: ReaderModel): boolean {
  const { popover, drawer, following, armed, resizing, activeId, focusItem, selection, mode } = model.ui.get()
  if (popover) closePopover(model)
  else if (model.find.state.get().isOpen) closeFind(model)
  else if (drawer && isNarrow()) closeDrawer(model)
  else if (following) model.ui.set({ following: null })
  else if (armed) disarm(model)
  else if (resizing) model.ui.set({ resizing: null })
  else if (activeId !== null) leaveStatement(model)
  else if (focusItem) model.ui.set({ focusItem: null })
  else if (mode === 'edit') switchMode(model, 'tag')
  else if (selection && model.view) {
    const { tr, doc, selection: current } = model.view.state
    model.view.dispatch(tr.setSelection(TextSelection.near(doc.resolve(current.head))))
  } else return false
  return true
}
