import { randomBytes } from 'node:crypto'
import { crc32 } from 'node:zlib'
import type { Database } from '#/db/client.ts'
import { appendRoomUpdates, type NewRoomUpdate } from '#/db/queries/room-log.ts'
import { TEXT_NAME } from '#/lib/text/flat.ts'
import { loadRoom } from '#/server/collab/room-log.ts'
import { makeLiveDocument } from '#/tests/support/live-document.ts'
import { makeWorkspace } from '#/tests/support/make-workspace.ts'

const ROW_BYTES = 2000
const ROWS_OF_DOCUMENT = 500

/** Fills a database with documents of 1 MB of log each, made of words that do not compress well. */
export async function fill({ db }: Database, megabytes: number): Promise<void> {
  const { scope } = await makeWorkspace(db)
  for (let made = 0; made < megabytes; made++) {
    const document = await makeLiveDocument(db, scope, 'Filling:')
    const doc = await loadRoom(db, document.text)
    const rows: NewRoomUpdate[] = []
    doc.on('update', (bytes: Uint8Array) =>
      rows.push({ room: document.text, workspaceId: scope.workspaceId, userId: null, claims: [], bytes, crc32: crc32(bytes) }),
    )
    const text = doc.getText(TEXT_NAME)
    for (let at = 0; at < ROWS_OF_DOCUMENT; at++) text.insert(text.length, ` ${randomBytes(ROW_BYTES * 0.75).toString('base64')}`)
    await appendRoomUpdates(db, rows)
  }
}
