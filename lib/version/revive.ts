import * as Y from 'yjs'
import type { Revived } from '#/lib/version/plan-words.ts'

/**
 * Writes dead words anew, each right behind where it lies. Y.Text itself inserts before all that is dead in a place, which
 * would turn the order of dead and living words round, and with it where passages end whose last words are dead. Formats
 * are whatever holds there. Call inside a transaction.
 */
export function revive(transaction: Y.Transaction, text: Y.Text, revived: readonly Revived[]): void {
  const { store, clientID } = transaction.doc
  for (const { run, words, right } of revived) {
    const [client, clock, length] = run
    const id = Y.createID(clientID, Y.getState(store, clientID))
    const origin = Y.createID(client, clock + length - 1)
    const rightOrigin = right && Y.createID(...right)
    const item = new Y.Item(id, null, origin, null, rightOrigin, text, null, new Y.ContentString(words))
    // As an update from elsewhere: it finds its neighbours by their ids and cuts them where needed.
    item.getMissing(transaction, store)
    item.integrate(transaction, 0)
  }
  // Places that Y.Text remembers for its own insertions.
  if (text._searchMarker) text._searchMarker.length = 0
}
