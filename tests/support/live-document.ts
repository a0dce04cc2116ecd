import type { Db } from '#/db/client.ts'
import type { Scope } from '#/db/scope.ts'
import { createTextDoc } from '#/lib/text/flat.ts'
import { seedRoom } from '#/server/collab/room-log.ts'
import { makeDocument } from './make-document.ts'

export interface LiveDocument {
  id: string
  layerId: string
  /** Names of its rooms. */
  text: string
  layer: string
}

/** A document whose text can be opened: as `makeDocument`, with the text in its room. */
export async function makeLiveDocument(
  db: Db,
  scope: Scope,
  words = 'The Pentagon said the hotline with Russia is open.',
): Promise<LiveDocument> {
  const { id, layerId } = await makeDocument(db, scope, { text: words })
  const text = `text/${id}`
  const blocks = words.split('\n').map((line) => ({ type: 'paragraph' as const, spans: [{ text: line }] }))
  await seedRoom(db, { room: text, workspaceId: scope.workspaceId, userId: null }, createTextDoc(blocks))
  return { id, layerId, text, layer: `layer/${layerId}` }
}
