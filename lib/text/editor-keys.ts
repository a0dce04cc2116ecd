import { keymap } from 'prosemirror-keymap'
import type { ResolvedPos } from 'prosemirror-model'
import { AllSelection, type Command, type Plugin, TextSelection, type Transaction } from 'prosemirror-state'
import { canSplit } from 'prosemirror-transform'
import {
  indentList,
  insertHardBreak,
  setParagraph,
  toggleHeading,
  toggleList,
  toggleMark,
  toggleQuote,
} from '#/lib/text/editor-commands.ts'
import { undoInputRule } from '#/lib/text/editor-input.ts'
import type { TextEdit } from '#/lib/text/text-edit.ts'

/** As ProseMirror tells: "Mod" is Command there, and some keys of Emacs are at home. */
const isApple = typeof navigator !== 'undefined' && /Mac|iP(?:hone|[oa]d)/.test(navigator.platform)

/**
 * Keys of the flat document: Enter splits a block, and Backspace and Delete at a block's edge join it with its neighbour,
 * whatever section that is in.
 */
export function editorKeys(): Plugin {
  const backspace: Command = (state, dispatch) => undoInputRule(state, dispatch) || run(deleteBackward)(state, dispatch)
  const forward = run(deleteForward)
  const bold = run(toggleMark('bold'))
  const italic = run(toggleMark('italic'))
  return keymap({
    Enter: run(splitBlock),
    'Mod-Enter': run(insertHardBreak),
    'Shift-Enter': run(insertHardBreak),
    Backspace: backspace,
    'Mod-Backspace': backspace,
    'Shift-Backspace': backspace,
    Delete: forward,
    'Mod-Delete': forward,
    ...(isApple && {
      'Ctrl-h': backspace,
      'Alt-Backspace': backspace,
      'Ctrl-d': forward,
      'Ctrl-Alt-Backspace': forward,
      'Alt-Delete': forward,
      'Alt-d': forward,
    }),
    'Mod-a': run(selectAll),
    'Mod-b': bold,
    'Mod-B': bold,
    'Mod-i': italic,
    'Mod-I': italic,
    // Outside lists Tab keeps its meaning: leave the text.
    Tab: run(indentList(1)),
    'Shift-Tab': run(indentList(-1)),
    'Mod-Alt-0': run(setParagraph),
    'Mod-Alt-1': run(toggleHeading(1)),
    'Mod-Alt-2': run(toggleHeading(2)),
    'Mod-Alt-3': run(toggleHeading(3)),
    'Mod-Shift-7': run(toggleList('ordered')),
    'Mod-Shift-8': run(toggleList('bullet')),
    'Mod-Shift-9': run(toggleQuote),
  })
}

/** An edit as an answer to a key. */
function run(edit: TextEdit): Command {
  return ({ tr }, dispatch) => {
    const isDone = edit(tr)
    if (isDone) dispatch?.(tr)
    return isDone
  }
}

function selectAll(tr: Transaction): boolean {
  tr.setSelection(new AllSelection(tr.doc))
  return true
}

/** Enter. A list item or quote goes on as such; an empty one ends: first outwards, then as a paragraph. After a heading: a paragraph. */
export function splitBlock(tr: Transaction): boolean {
  if (!tr.selection.empty) deleteSelection(tr)
  const { $from } = tr.selection
  const block = $from.parent
  if (!block.isTextblock) return false
  const { paragraph } = block.type.schema.nodes
  const goesOn = block.type.name === 'listItem' || block.type.name === 'quote'
  if (goesOn && block.content.size === 0) return step(tr, $from)
  const atEnd = $from.parentOffset === block.content.size
  const right = atEnd && !goesOn ? { type: paragraph! } : { type: block.type, attrs: block.attrs }
  if (!canSplit(tr.doc, $from.pos, 1, [right])) return false
  const marks = tr.storedMarks ?? ($from.parentOffset > 0 ? $from.marks() : null)
  tr.split($from.pos, 1, [right])
  // Enter before a heading's first letter makes room above it, not a second heading.
  if (block.type.name === 'heading' && $from.parentOffset === 0 && !atEnd) tr.setNodeMarkup($from.before(), paragraph)
  if (marks) tr.ensureMarks(marks)
  tr.scrollIntoView()
  return true
}

/** Backspace: the selection, or at a block's start its kind, or the border to the block before. False: the browser deletes a character. */
export function deleteBackward(tr: Transaction): boolean {
  if (!tr.selection.empty) return deleteSelection(tr)
  const { $from } = tr.selection
  if (!$from.parent.isTextblock || $from.parentOffset > 0) return false
  if ($from.parent.type.name === 'listItem' || $from.parent.type.name === 'quote') return step(tr, $from)
  const before = textblockEnd(tr, $from.before(), -1)
  if (before === null) {
    // At the top of the document a heading can still become a paragraph.
    if ($from.parent.type.name !== 'paragraph') tr.setNodeMarkup($from.before(), $from.parent.type.schema.nodes.paragraph)
    return true
  }
  return join(tr, before, $from.pos)
}

/** Delete: the selection, or at a block's end the border to the block after. False: the browser deletes a character. */
export function deleteForward(tr: Transaction): boolean {
  if (!tr.selection.empty) return deleteSelection(tr)
  const { $from } = tr.selection
  if (!$from.parent.isTextblock || $from.parentOffset < $from.parent.content.size) return false
  const after = textblockEnd(tr, $from.after(), 1)
  return after === null || join(tr, $from.pos, after)
}

/** Of the blocks a selection joins, the first one's kind remains, also when all its words go. */
function deleteSelection(tr: Transaction): boolean {
  const { selection } = tr
  if (selection instanceof TextSelection) tr.delete(selection.from, selection.to)
  else tr.deleteSelection()
  tr.scrollIntoView()
  return true
}

/** One step from a list item or quote towards a plain paragraph. */
function step(tr: Transaction, $pos: ResolvedPos): boolean {
  const { type, attrs } = $pos.parent
  if (type.name === 'listItem' && attrs.indent > 0) tr.setNodeAttribute($pos.before(), 'indent', attrs.indent - 1)
  else tr.setNodeMarkup($pos.before(), type.schema.nodes.paragraph)
  tr.scrollIntoView()
  return true
}

/** Where the words of the neighbouring block end (-1) or begin (1), seen from a position between blocks; null at the document's edge. */
function textblockEnd(tr: Transaction, pos: number, direction: 1 | -1): number | null {
  const found = TextSelection.findFrom(tr.doc.resolve(pos), direction, true)
  return found ? found.$head.pos : null
}

/** Joins two blocks; of an empty first one nothing remains, otherwise the first one's kind does. */
function join(tr: Transaction, end: number, start: number): boolean {
  const $end = tr.doc.resolve(end)
  const $start = tr.doc.resolve(start)
  const kind = $end.parent.content.size === 0 && $start.parent.content.size > 0 ? $start.parent : $end.parent
  const { type, attrs } = kind
  tr.delete(end, start)
  const before = tr.doc.resolve(end).before()
  if (tr.doc.nodeAt(before)?.type !== type || $end.parent !== kind) tr.setNodeMarkup(before, type, attrs)
  tr.scrollIntoView()
  return true
}
