import { crc32 } from 'node:zlib'
import { eq } from 'drizzle-orm'
import type * as Y from 'yjs'
import type { Db } from '#/db/client.ts'
import { appendRoomUpdates } from '#/db/queries/room-log.ts'
import { roomUpdates } from '#/db/schema/rooms.ts'
import type { Scope } from '#/db/scope.ts'
import { captureQuote, captureRuns } from '#/lib/anchor/capture.ts'
import { buildIdIndex } from '#/lib/anchor/id-index.ts'
import { createAnnotation } from '#/lib/annotation/commands.ts'
import { canonicalText, TEXT_NAME } from '#/lib/text/flat.ts'
import { loadRoom } from '#/server/collab/room-log.ts'
import type { LiveDocument } from './live-document.ts'

/** Writes the log of a document as if people had worked on it at certain times. */
export interface HistoryWriter {
  text: Y.Doc
  layer: Y.Doc
  /** Everything done to text and layer inside becomes one row each. Answers the last one's sequence number. */
  work(by: string, minute: number, act: () => void): Promise<number>
  /** For `work`: puts words behind the text. */
  type(words: string): void
  /** For `work`: tags words that are in the text; answers the statement's id. */
  tag(words: string, by: string, tags?: Partial<Pick<Parameters<typeof createAnnotation>[1], 'actors' | 'themes' | 'memo'>>): string
}

/** @param begins ms since 1970: minute 0, when the document was imported */
export async function writeHistory(db: Db, { workspaceId }: Scope, document: LiveDocument, begins: number): Promise<HistoryWriter> {
  const [text, layer] = [await loadRoom(db, document.text), await loadRoom(db, document.layer)]
  const heard: { room: string; bytes: Uint8Array }[] = []
  text.on('update', (bytes: Uint8Array) => heard.push({ room: document.text, bytes }))
  layer.on('update', (bytes: Uint8Array) => heard.push({ room: document.layer, bytes }))
  const setTime = (seq: number, minute: number) =>
    db
      .update(roomUpdates)
      .set({ at: new Date(begins + minute * 60_000) })
      .where(eq(roomUpdates.seq, seq))
  for (const { seq } of await db.select().from(roomUpdates).where(eq(roomUpdates.room, document.text))) await setTime(seq, 0)
  const flat = text.getText(TEXT_NAME)
  return {
    text,
    layer,
    async work(by, minute, act) {
      text.transact(() => layer.transact(act))
      const rows = heard.splice(0).map((row) => ({ ...row, workspaceId, userId: by, crc32: crc32(row.bytes), claims: [] }))
      const seqs = await appendRoomUpdates(db, rows)
      for (const seq of seqs) await setTime(seq, minute)
      return seqs.at(-1) as number
    },
    type: (words) => flat.insert(flat.length, words),
    tag(words, by, { actors = [], themes = [], memo } = {}) {
      const canonical = canonicalText(flat)
      const start = canonical.indexOf(words)
      const end = start + words.length
      const passage = { runs: captureRuns(buildIdIndex(flat), start, end), quote: captureQuote(canonical, start, end) }
      return createAnnotation(layer, { userId: by, ...passage, actors, themes, memo }, 'test')
    },
  }
}
