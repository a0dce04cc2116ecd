import * as Y from 'yjs'
import type { Database } from '#/db/client.ts'
import { readRoomUpdates } from '#/db/queries/room-log.ts'
import { canonicalText, TEXT_NAME } from '#/lib/text/flat.ts'
import type { LiveDocument } from '#/tests/support/live-document.ts'

/** The bytes of a room's state after its log up to a row, replayed here. */
async function stateAt({ db }: Database, room: string, upTo: number): Promise<{ doc: Y.Doc; bytes: Buffer }> {
  const rows = await readRoomUpdates(db, room, 0)
  const doc = new Y.Doc()
  doc.transact(() => {
    for (const { seq, bytes } of rows) if (seq <= upTo) Y.applyUpdate(doc, bytes)
  })
  return { doc, bytes: Buffer.from(Y.encodeStateAsUpdate(doc)) }
}

/**
 * Compares what was restored with what the dead installation left behind on its disk, up to the last row in the backup.
 *
 * @param acknowledged words that people had been told were saved before the backup began
 * @returns what is wrong, in words
 */
export async function judge(
  left: Database,
  restored: Database,
  document: LiveDocument,
  { logUpTo, acknowledged }: { logUpTo: number; acknowledged: readonly string[] },
): Promise<string[]> {
  const wrong: string[] = []
  for (const room of [document.text, document.layer]) {
    const [then, now] = [await stateAt(left, room, logUpTo), await stateAt(restored, room, Number.MAX_SAFE_INTEGER)]
    if (!then.bytes.equals(now.bytes)) wrong.push(`${room} is not byte for byte what it was`)
    if (now.doc.store.pendingStructs) wrong.push(`${room} waits for changes that are missing`)
  }
  const text = canonicalText((await stateAt(restored, document.text, Number.MAX_SAFE_INTEGER)).doc.getText(TEXT_NAME))
  const words = text.split(' ')
  const counts = Map.groupBy(words, (word) => word)
  for (const word of acknowledged) if (!counts.has(word)) wrong.push(`"${word}" was acknowledged before the backup began and is not in it`)
  for (const [word, all] of counts) if (all.length > 1) wrong.push(`"${word}" is there ${all.length} times`)
  return wrong
}
