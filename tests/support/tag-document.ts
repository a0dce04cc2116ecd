import { eq } from 'drizzle-orm'
import * as Y from 'yjs'
import type { Db } from '#/db/client.ts'
import { documents, originals } from '#/db/schema/documents.ts'
import type { Scope } from '#/db/scope.ts'
import { captureQuote, captureRuns } from '#/lib/anchor/capture.ts'
import { buildIdIndex } from '#/lib/anchor/id-index.ts'
import { textRuns } from '#/lib/anchor/original.ts'
import { createAnnotation } from '#/lib/annotation/commands.ts'
import type { FactField } from '#/lib/annotation/model.ts'
import type { ActorRole, Stance } from '#/lib/codebook/codebook.ts'
import { canonicalText, createTextDoc, TEXT_NAME } from '#/lib/text/flat.ts'
import { projectDocument } from '#/server/collab/projection-writer.ts'
import { seedRoom } from '#/server/collab/room-log.ts'
import { makeDocument } from './make-document.ts'

/** A passage to tag: its words, where they first stand in the text. */
export interface TaggedPassage {
  passage: string
  actors?: { actorId: string; role: ActorRole }[]
  themes?: { themeId: string; stance: Stance }[]
  memo?: string
  facts?: Partial<Record<FactField, string>>
  userId?: string
  now?: number
}

interface TaggedDocument {
  id: string
  layerId: string
  /** Of each passage, in the order given. */
  annotationIds: string[]
}

/**
 * A document whose text and shared layer are real rooms, projected as in production: paragraphs of `text` are its lines, U+2028 stays.
 *
 * @param edit changes the text after tagging, before projection
 */
export async function tagDocument(
  db: Db,
  scope: Scope,
  given: { text: string; tags: TaggedPassage[]; edit?: (text: Y.Text) => void } & Partial<typeof documents.$inferInsert>,
): Promise<TaggedDocument> {
  const { text: content, tags, edit, ...meta } = given
  const made = await makeDocument(db, scope, { text: content })
  if (Object.keys(meta).length) await db.update(documents).set(meta).where(eq(documents.id, made.id))

  const doc = createTextDoc(content.split('\n').map((line) => ({ type: 'paragraph', spans: line ? [{ text: line }] : [] })))
  const layer = new Y.Doc()
  const flat = doc.getText(TEXT_NAME)
  const canonical = canonicalText(flat)
  const index = buildIdIndex(flat)
  const annotationIds = tags.map(({ passage, actors = [], themes = [], memo, facts, userId = scope.userId, now }) => {
    const start = canonical.indexOf(passage)
    if (start < 0) throw new Error(`"${passage}" is not in the text`)
    const end = start + passage.length
    return createAnnotation(
      layer,
      { userId, runs: captureRuns(index, start, end), quote: captureQuote(canonical, start, end), actors, themes, memo, facts, now },
      'test',
    )
  })
  const imported = textRuns(flat)
  await db.update(originals).set({ runs: imported }).where(eq(originals.documentId, made.id))
  edit?.(flat)
  const { workspaceId } = scope
  await seedRoom(db, { room: `text/${made.id}`, workspaceId, userId: scope.userId }, doc)
  await seedRoom(db, { room: `layer/${made.layerId}`, workspaceId, userId: scope.userId }, layer)
  await projectDocument(db, made.id)
  return { ...made, annotationIds }
}
