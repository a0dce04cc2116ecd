import * as Y from 'yjs'

/** What of a document waits for rows of the log that are missing. */
export interface Pending {
  structs: { missing: Map<number, number>; update: Uint8Array } | null
  /** Deletions, as an update (encoding v2). */
  deletes: Uint8Array | null
}

const NOTHING = new Uint8Array([0, 0])

/**
 * Takes out of a document what Yjs keeps waiting there. Left in, it would go to every client, come back from each as a
 * change that builds on what is missing, and be refused: everybody would read "not saved" because of one damaged row.
 *
 * @returns null when nothing waits
 */
export function setAsidePending(doc: Y.Doc): Pending | null {
  const { pendingStructs: structs, pendingDs: deletes } = doc.store
  if (!structs && !deletes) return null
  doc.store.pendingStructs = null
  doc.store.pendingDs = null
  return { structs, deletes }
}

/** Applies what was waiting as far as that is possible now. @returns what still waits; null: nothing */
export function retryPending(doc: Y.Doc, pending: Pending, origin: unknown): Pending | null {
  doc.store.pendingStructs = pending.structs
  doc.store.pendingDs = pending.deletes
  Y.applyUpdate(doc, NOTHING, origin)
  return setAsidePending(doc)
}
