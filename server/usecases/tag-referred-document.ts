import type { Db } from '#/db/client.ts'
import { findSharedLayer } from '#/db/queries/mention-texts.ts'
import { findReferredDocument } from '#/db/queries/referred-document.ts'
import type { Scope } from '#/db/scope.ts'
import { captureQuote, captureRuns } from '#/lib/anchor/capture.ts'
import { buildIdIndex } from '#/lib/anchor/id-index.ts'
import { snapToGraphemes } from '#/lib/anchor/snap.ts'
import { createAnnotation } from '#/lib/annotation/commands.ts'
import { findQuote } from '#/lib/format/project/find-quote.ts'
import { canonicalText, TEXT_NAME } from '#/lib/text/flat.ts'
import type { CollabServer, DocumentRooms } from '#/server/collab/collab-server.ts'
import type { OpenStatement, ReadyReference } from '#/server/jobs/ready-project.ts'
import { tagsIn } from './book-tags.ts'
import type { BookPutIn } from './put-book-in.ts'

interface TagDeps {
  db: Db
  collab: Pick<CollabServer, 'amend'>
}

/**
 * Puts the statements of a file on a document that is here, found by their words in its text as it is now; those whose words are not
 * there, or in several places alike, are left out. One change of the document, all or nothing.
 *
 * @returns how many were put; null when no document is meant, or it went to the bin
 */
export async function tagReferredDocument(
  scope: Scope,
  reference: ReadyReference,
  ids: BookPutIn['ids'],
  { db, collab }: TagDeps,
): Promise<number | null> {
  const documentId = await findReferredDocument(db, scope, reference)
  const layerId = documentId && (await findSharedLayer(db, scope, documentId))
  if (!documentId || !layerId) return null
  const edit = (rooms: DocumentRooms) => tag(rooms, layerId, reference.statements, ids, scope.userId)
  const done = await collab.amend(documentId, { userId: scope.userId, edit })
  return done?.result ?? null
}

function tag(
  { text, layers }: DocumentRooms,
  layerId: string,
  statements: readonly OpenStatement[],
  ids: BookPutIn['ids'],
  userId: string,
): number {
  const layer = layers.get(layerId)
  if (!layer) throw new Error('A document has a shared layer')
  const flat = text.getText(TEXT_NAME)
  const canonical = canonicalText(flat)
  const index = buildIdIndex(flat)
  const present = Date.now()
  let put = 0
  for (const statement of statements) {
    const place = placeOf(statement, canonical)
    if (!place) continue
    const [start, end] = snapToGraphemes(canonical, place.start, place.end)
    const { facts, memo, at } = statement
    const anchor = { runs: captureRuns(index, start, end), quote: captureQuote(canonical, start, end) }
    const now = at === null || at > present ? present : at
    createAnnotation(layer, { userId, ...anchor, ...tagsIn(statement, ids), memo, facts, now }, 'import')
    put++
  }
  return put
}

/** A place is believed where its words stand; otherwise the words are looked for. Line breaks within a block are "\n" in files. */
function placeOf({ range, quote, prefix, suffix }: OpenStatement, canonical: string): { start: number; end: number } | null {
  const plain = canonical.replaceAll('\u2028', '\n')
  if (range && plain.slice(range.start, range.end) === quote) return range
  return findQuote(plain, { quote, prefix, suffix })
}
