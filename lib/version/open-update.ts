import * as Y from 'yjs'

/** The document that one Yjs update (encoding v1) makes. */
export function openUpdate(update: Uint8Array): Y.Doc {
  const doc = new Y.Doc()
  Y.applyUpdate(doc, update)
  return doc
}
