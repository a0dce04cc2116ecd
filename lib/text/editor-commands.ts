import type { NodeType } from 'prosemirror-model'
import type { Transaction } from 'prosemirror-state'
import { MAX_INDENT } from '#/lib/text/block-code.ts'
import { linkTarget } from '#/lib/text/link-target.ts'
import { markRange } from '#/lib/text/mark-range.ts'
import type { TextEdit } from '#/lib/text/text-edit.ts'

// What the toolbar and the keys do. Kinds change in place: no character is re-created, so tags stay.

/** Makes the selected blocks plain paragraphs. */
export const setParagraph: TextEdit = (tr) => setKind(tr, kind(tr, 'paragraph'))

/** Makes the selected blocks headings, or paragraphs when they all are such headings already. */
export const toggleHeading =
  (level: number): TextEdit =>
  (tr) =>
    toggleKind(tr, 'heading', { level })

export const toggleQuote: TextEdit = (tr) => toggleKind(tr, 'quote')

export const toggleList =
  (list: 'bullet' | 'ordered'): TextEdit =>
  (tr) =>
    toggleKind(tr, 'listItem', { list })

/** Moves the selected list items one level in (1) or out (-1); false when there is none to move. */
export const indentList =
  (by: 1 | -1): TextEdit =>
  (tr) => {
    const items = selectedBlocks(tr).filter((block) => block.type.name === 'listItem')
    for (const { pos, attrs } of items) {
      const depth = Math.min(MAX_INDENT, Math.max(0, Number(attrs.indent) + by))
      if (depth !== attrs.indent) tr.setNodeAttribute(pos, 'indent', depth)
    }
    return items.length > 0
  }

/** Makes the selected words bold or italic, or no longer so when they all are; without words, what is typed next. */
export const toggleMark =
  (name: 'bold' | 'italic'): TextEdit =>
  (tr) => {
    const { from, to, empty, $from } = tr.selection
    const type = tr.doc.type.schema.marks[name]!
    if (empty) {
      const isOn = type.isInSet(tr.storedMarks ?? $from.marks())
      if (isOn) tr.removeStoredMark(type)
      else tr.addStoredMark(type.create())
      return true
    }
    let isEverywhere = true
    tr.doc.nodesBetween(from, to, (node) => {
      if (node.isText && !type.isInSet(node.marks)) isEverywhere = false
    })
    if (isEverywhere) tr.removeMark(from, to, type)
    else tr.addMark(from, to, type.create())
    return true
  }

/** Links the selected words, or the link around the caret; false for a target that is no http, https or mailto address. */
export const setLink =
  (href: string): TextEdit =>
  (tr) => {
    const target = linkTarget(href)
    const type = tr.doc.type.schema.marks.link!
    const { from, to } = markRange(tr, type)
    if (target === null) return false
    if (from < to) tr.addMark(from, to, type.create({ href: target }))
    else tr.addStoredMark(type.create({ href: target }))
    return true
  }

export const unsetLink: TextEdit = (tr) => {
  const type = tr.doc.type.schema.marks.link!
  const { from, to } = markRange(tr, type)
  tr.removeMark(from, to, type).removeStoredMark(type)
  return true
}

export const insertHardBreak: TextEdit = (tr) => {
  const marks = tr.storedMarks ?? tr.selection.$from.marks()
  tr.replaceSelectionWith(kind(tr, 'hardBreak').create(null, null, marks), false)
    .ensureMarks(marks)
    .scrollIntoView()
  return true
}

const kind = (tr: Transaction, name: string): NodeType => tr.doc.type.schema.nodes[name]!

/** Positions and nodes of the blocks that the selection touches. */
function selectedBlocks(tr: Transaction) {
  const blocks: { pos: number; type: NodeType; attrs: Record<string, unknown> }[] = []
  tr.doc.nodesBetween(tr.selection.from, tr.selection.to, (node, pos) => {
    if (node.isTextblock) blocks.push({ pos, type: node.type, attrs: node.attrs })
    return !node.isTextblock
  })
  return blocks
}

function setKind(tr: Transaction, type: NodeType, attrs: Record<string, unknown> = {}): boolean {
  for (const block of selectedBlocks(tr)) {
    const kept = block.type === type ? block.attrs : {}
    tr.setNodeMarkup(block.pos, type, { ...kept, ...attrs })
  }
  return true
}

function toggleKind(tr: Transaction, name: string, attrs: Record<string, unknown> = {}): boolean {
  const type = kind(tr, name)
  const already = selectedBlocks(tr).every(
    (block) => block.type === type && Object.entries(attrs).every(([attr, value]) => block.attrs[attr] === value),
  )
  return already ? setParagraph(tr) : setKind(tr, type, attrs)
}
