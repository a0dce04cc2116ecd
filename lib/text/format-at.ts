import type { EditorState } from 'prosemirror-state'

/** Whether all blocks that the selection touches are of a kind, with these attributes. */
export function isBlock({ doc, selection: { from, to } }: EditorState, name: string, attrs: Record<string, unknown> = {}): boolean {
  let isSo = true
  doc.nodesBetween(from, to, ({ isTextblock, type, attrs: own }) => {
    if (isTextblock && (type.name !== name || Object.entries(attrs).some(([attr, value]) => own[attr] !== value))) isSo = false
    return !isTextblock
  })
  return isSo
}

/** Whether all selected words have a mark; of a caret: whether what is typed there gets it. */
export function hasMark({ doc, schema, storedMarks, selection }: EditorState, name: string): boolean {
  const type = schema.marks[name]!
  if (selection.empty) return type.isInSet(storedMarks ?? selection.$from.marks()) !== undefined
  let words = 0
  let without = 0
  doc.nodesBetween(selection.from, selection.to, (node) => {
    if (!node.isText) return
    words++
    if (!type.isInSet(node.marks)) without++
  })
  return words > 0 && without === 0
}

/** Where the link at the selection leads; "" when there is none. */
export function linkAt({ doc, schema, selection: { from, to, empty, $from } }: EditorState): string {
  const type = schema.marks.link!
  let href = empty ? type.isInSet($from.marks())?.attrs.href : undefined
  if (!empty)
    doc.nodesBetween(from, to, ({ marks }) => {
      href ??= type.isInSet(marks)?.attrs.href
    })
  return String(href ?? '')
}
