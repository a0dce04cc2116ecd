import { Extension, isiOS, isMacOS } from '@tiptap/core'
import type { ResolvedPos } from '@tiptap/pm/model'
import { TextSelection, type Transaction } from '@tiptap/pm/state'
import { canSplit } from '@tiptap/pm/transform'

/**
 * Keys of the flat document. They come before Tiptap's own, which lift and join nested nodes and would tear sections apart:
 * here Enter splits a block, and Backspace and Delete at a block's edge join it with its neighbour, whatever section that is in.
 */
export const EditorKeys = Extension.create({
  name: 'flatKeys',
  priority: 2000,
  addKeyboardShortcuts() {
    const run = (edit: (tr: Transaction) => boolean) => () => this.editor.commands.command(({ tr }) => edit(tr))
    const backspace = () => this.editor.commands.undoInputRule() || run(deleteBackward)()
    const forward = run(deleteForward)
    const mac = isMacOS() || isiOS()
    return {
      Enter: run(splitBlock),
      'Mod-Enter': () => this.editor.commands.setHardBreak(),
      'Shift-Enter': () => this.editor.commands.setHardBreak(),
      Backspace: backspace,
      'Mod-Backspace': backspace,
      'Shift-Backspace': backspace,
      Delete: forward,
      'Mod-Delete': forward,
      ...(mac && {
        'Ctrl-h': backspace,
        'Alt-Backspace': backspace,
        'Ctrl-d': forward,
        'Ctrl-Alt-Backspace': forward,
        'Alt-Delete': forward,
        'Alt-d': forward,
      }),
      // Outside lists Tab keeps its meaning: leave the text.
      Tab: () => this.editor.commands.indentList(1),
      'Shift-Tab': () => this.editor.commands.indentList(-1),
      'Mod-Alt-0': () => this.editor.commands.setParagraph(),
      'Mod-Alt-1': () => this.editor.commands.setHeading({ level: 1 }),
      'Mod-Alt-2': () => this.editor.commands.setHeading({ level: 2 }),
      'Mod-Alt-3': () => this.editor.commands.setHeading({ level: 3 }),
      'Mod-Shift-7': () => this.editor.commands.toggleList('ordered'),
      'Mod-Shift-8': () => this.editor.commands.toggleList('bullet'),
      'Mod-Shift-9': () => this.editor.commands.toggleQuote(),
    }
  },
})

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
