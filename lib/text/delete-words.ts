import * as Y from 'yjs'
import { liveIndex } from '#/lib/anchor/live-index.ts'

/**
 * Deletes characters of a flat text, at the cost of what is deleted. `Y.Text.delete` also removes formats it holds to be of no
 * more use, and is wrong about them in a text that arrived before it was first asked for as a text (yjs 13.6.33: such a text
 * does not know that it has formats, and begins at places it remembers as if none held there): the last letters of a link
 * took the link's end with them, and all text behind became the link. Formats that no character is left of stay behind
 * here instead; they have no width.
 */
export function deleteWords(text: Y.Text, index: number, length: number): void {
  text.doc?.transact((transaction) => {
    for (const run of liveIndex(text).runs(index, index + length)) deleteRun(transaction, ...run)
    // The places Yjs remembers for its own insertions.
    if (text._searchMarker) text._searchMarker.length = 0
  })
}

function deleteRun(transaction: Y.Transaction, client: number, clock: number, length: number): void {
  const { store } = transaction.doc
  const end = clock + length
  for (let at = clock; at < end; ) {
    let item = Y.getItemCleanStart(transaction, Y.createID(client, at))
    if (item.id.clock + item.length > end) item = Y.getItemCleanEnd(transaction, store, Y.createID(client, end - 1)) as Y.Item
    item.delete(transaction)
    at = item.id.clock + item.length
  }
}
