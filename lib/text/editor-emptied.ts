import type { Node as PMNode } from 'prosemirror-model'
import { type EditorState, Plugin, Selection } from 'prosemirror-state'
import { isOwnWork } from '#/lib/text/own-work.ts'

/** When a person takes out the whole text, what remains is a plain paragraph, not the empty first heading or list item. */
export function emptied(): Plugin {
  return new Plugin({
    appendTransaction(transactions, before, { doc, schema, tr }) {
      const isEdit = transactions.some((done) => done.docChanged && !isOwnWork(done))
      if (!isEdit || transactions.some((done) => done.getMeta('composition')) || !isAllSelected(before)) return null
      const block = onlyBlock(doc)
      if (!block || block.content.size > 0) return null
      if (block.type !== schema.nodes.paragraph) tr.setNodeMarkup(1, schema.nodes.paragraph)
      // formats of the text that is gone
      return tr.setStoredMarks(null)
    },
  })
}

function isAllSelected({ doc, selection: { empty, from, to } }: EditorState): boolean {
  return !empty && from <= Selection.atStart(doc).from && to >= Selection.atEnd(doc).to
}

/** The one block of a document of one section; null when there are more. */
function onlyBlock(doc: PMNode): PMNode | null {
  const section = doc.childCount === 1 ? doc.firstChild : null
  return section?.childCount === 1 ? section.firstChild : null
}
