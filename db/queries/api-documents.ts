import { and, asc, eq, gt, gte, isNull } from 'drizzle-orm'
import type { Db } from '#/db/client.ts'
import { documents } from '#/db/schema/documents.ts'
import type { Scope } from '#/db/scope.ts'

const { id, title, outlet, author, publishedOn, url, kind, language, direction, status, wordCount, createdAt, updatedAt } = documents
const COLUMNS = { id, title, outlet, author, publishedOn, url, kind, language, direction, status, wordCount, createdAt, updatedAt }

export type DocumentRow = Pick<typeof documents.$inferSelect, keyof typeof COLUMNS>

/** Live documents in order of their ids, from behind one of them. */
export function documentsAfter(
  db: Db,
  scope: Scope,
  { after, changedSince, limit }: { after: string | null; changedSince: Date | null; limit: number },
): Promise<DocumentRow[]> {
  return db
    .select(COLUMNS)
    .from(documents)
    .where(
      and(
        eq(documents.workspaceId, scope.workspaceId),
        isNull(documents.deletedAt),
        after === null ? undefined : gt(documents.id, after),
        changedSince ? gte(documents.updatedAt, changedSince) : undefined,
      ),
    )
    .orderBy(asc(documents.id))
    .limit(limit)
}

/** A live document; null when the workspace has none of that id. */
export async function findLiveDocument(db: Db, scope: Scope, documentId: string, lock = false): Promise<DocumentRow | null> {
  const query = db
    .select(COLUMNS)
    .from(documents)
    .where(and(eq(documents.workspaceId, scope.workspaceId), eq(documents.id, documentId), isNull(documents.deletedAt)))
  const [row] = await (lock ? query.for('update') : query)
  return row ?? null
}
