import * as Y from 'yjs'

/**
 * Whether a document already has everything in an update, so that neither log nor readers need it. Honest clients send
 * such updates after every reconnect (their whole delete set comes along).
 *
 * @param update Yjs encoding v1
 * @throws when the bytes are no update
 */
export function addsNothing(doc: Y.Doc, update: Uint8Array): boolean {
  const { structs, ds } = Y.decodeUpdate(update)
  for (const struct of structs) if (struct.id.clock + struct.length > Y.getState(doc.store, struct.id.client)) return false
  for (const [client, ranges] of ds.clients) for (const range of ranges) if (!isDeleted(doc, client, range.clock, range.len)) return false
  return true
}

function isDeleted(doc: Y.Doc, client: number, clock: number, length: number): boolean {
  const structs = doc.store.clients.get(client)
  const end = clock + length
  if (!structs || Y.getState(doc.store, client) < end) return false
  for (let at = Y.findIndexSS(structs, clock); at < structs.length; at++) {
    const struct = structs[at]
    if (!struct || struct.id.clock >= end) break
    if (!struct.deleted) return false
  }
  return true
}
