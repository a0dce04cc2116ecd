import { createHash } from 'node:crypto'
import { eq } from 'drizzle-orm'
import type { Db } from '#/db/client.ts'
import { documents } from '#/db/schema/documents.ts'
import { documentTexts, excerpts } from '#/db/schema/excerpts.ts'
import { comments, threads } from '#/db/schema/talk.ts'
import type { Scope } from '#/db/scope.ts'
import { newId } from '#/lib/id.ts'
import type { Rng } from '#/lib/text/testing/rng.ts'

const WORDS = ['ceasefire', 'Ёлка', 'линия', 'hotline', 'open', 'Truce']

/** Gives the documents of a workspace kinds and texts by chance, and its excerpts discussions: open and settled, with words deleted and events. */
export async function randomTalk(db: Db, { workspaceId, userId }: Scope, rng: Rng): Promise<void> {
  const words = () => Array.from({ length: rng.int(1, 4) }, () => rng.pick(WORDS)).join(' ')
  for (const { id } of await db.select({ id: documents.id }).from(documents).where(eq(documents.workspaceId, workspaceId))) {
    await db
      .update(documents)
      .set({ kind: rng.pick(['', 'report', 'speech']) })
      .where(eq(documents.id, id))
    const parts = [...new Set(Array.from({ length: rng.int(0, 2) }, words))]
    const rows = parts.map((text) => ({ documentId: id, workspaceId, text, digest: createHash('md5').update(text).digest('hex') }))
    if (rows.length > 0) await db.insert(documentTexts).values(rows)
  }
  const all = await db.select({ annotationId: excerpts.annotationId, documentId: excerpts.documentId }).from(excerpts)
  for (const { annotationId, documentId } of all) {
    if (!rng.chance(0.3)) continue
    await db.insert(threads).values({ annotationId, documentId, workspaceId, resolvedAt: rng.chance(0.5) ? new Date() : null })
    const said = Array.from({ length: rng.int(1, 3) }, () => {
      const act = rng.pick(['said', 'said', 'resolved'] as const)
      const deletedAt = rng.chance(0.3) ? new Date() : null
      return { id: newId(), workspaceId, annotationId, act, text: act === 'said' ? words() : '', createdBy: userId, deletedAt }
    })
    await db.insert(comments).values(said)
  }
}
