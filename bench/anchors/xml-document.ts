import * as Y from 'yjs'
import { editTogether, type PlainEdit } from '../large/large-document.ts'

/** Name under which the stock binding keeps its document. */
export const XML_NAME = 'prosemirror'

/** The same words with the same edits in the form that y-tiptap edits: an element for every paragraph. */
export function xmlText(paragraphs: readonly string[], edits: readonly PlainEdit[][]): Uint8Array {
  const doc = new Y.Doc()
  const fragment = doc.getXmlFragment(XML_NAME)
  fragment.insert(
    0,
    paragraphs.map((words) => {
      const element = new Y.XmlElement('paragraph')
      element.insert(0, [new Y.XmlText(words)])
      return element
    }),
  )
  return editTogether(doc, edits, (copy, own) => {
    const texts = copy
      .getXmlFragment(XML_NAME)
      .toArray()
      .map((element) => (element as Y.XmlElement).get(0) as Y.XmlText)
    for (const { paragraph, offset, typed } of own) {
      if (typed) texts[paragraph]!.insert(offset, typed)
      else texts[paragraph]!.delete(offset, 1)
    }
  })
}
