import type { Scope } from '#/db/scope.ts'
import { captureQuote, captureRuns } from '#/lib/anchor/capture.ts'
import { buildIdIndex } from '#/lib/anchor/id-index.ts'
import { createAnnotation } from '#/lib/annotation/commands.ts'
import { canonicalText, TEXT_NAME } from '#/lib/text/flat.ts'
import { movedPlaces } from '#/lib/text/moved-places.ts'
import type { CollabServer, DocumentRooms } from '#/server/collab/collab-server.ts'
import type { ReadyReference } from '#/server/jobs/ready-project.ts'
import { tagsIn } from './book-tags.ts'
import type { BookPutIn } from './put-book-in.ts'
import type { SettledReference } from './settle-reference.ts'

/**
 * Puts the statements of a file on a document that is here, where `settleReference` found their words; those that have no place, or are
 * said there already, or were typed into meanwhile, are left out. One change of the document, all or nothing.
 *
 * @returns how many were put
 */
export async function tagReferredDocument(
  { userId }: Scope,
  { statements }: ReadyReference,
  settled: SettledReference,
  ids: BookPutIn['ids'],
  collab: Pick<CollabServer, 'amend'>,
): Promise<number> {
  const edit = (rooms: DocumentRooms) => tag(rooms, statements, settled, ids, userId)
  const done = await collab.amend(settled.documentId, { userId, edit })
  return done?.result ?? 0
}

function tag(
  { text, layers }: DocumentRooms,
  statements: ReadyReference['statements'],
  { layerId, canonical: before, fates }: SettledReference,
  ids: BookPutIn['ids'],
  userId: string,
): number {
  const layer = layers.get(layerId)
  if (!layer) throw new Error('A document has a shared layer')
  const flat = text.getText(TEXT_NAME)
  const canonical = canonicalText(flat)
  const index = buildIdIndex(flat)
  const present = Date.now()
  // Somebody may have typed since. Nobody else is answered here, so nothing is looked for again.
  const moved = movedPlaces(before, canonical)
  let put = 0
  for (const [i, statement] of statements.entries()) {
    const fate = fates[i]
    if (typeof fate !== 'object') continue
    const place = moved(fate)
    if (!place) continue
    const { start, end } = place
    const { facts, memo, at } = statement
    const anchor = { runs: captureRuns(index, start, end), quote: captureQuote(canonical, start, end) }
    const now = at === null || at > present ? present : at
    createAnnotation(layer, { userId, ...anchor, ...tagsIn(statement, ids), memo, facts, now }, 'import')
    put++
  }
  return put
}
