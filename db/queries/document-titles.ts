import { and, asc, desc, eq, isNull, sql } from 'drizzle-orm'
import type { Db } from '#/db/client.ts'
import { documents } from '#/db/schema/documents.ts'
import type { Scope } from '#/db/scope.ts'
import type { DocumentTitle } from '#/lib/search/found.ts'

const isLive = (scope: Scope) => and(eq(documents.workspaceId, scope.workspaceId), isNull(documents.deletedAt))

/** What the live documents are called, last changed first. */
export async function listDocumentTitles(db: Db, scope: Scope): Promise<DocumentTitle[]> {
  const { id, title, outlet, author, language, direction } = documents
  return db
    .select({ id, title, outlet, author, language, direction })
    .from(documents)
    .where(isLive(scope))
    .orderBy(desc(documents.updatedAt), asc(documents.id))
}

/** The live document that was added next after (1) or last before (-1) another one; null when there is none. */
export async function findNeighbour(db: Db, scope: Scope, documentId: string, by: 1 | -1): Promise<string | null> {
  const { createdAt, id } = documents
  // Compared by the database: its times are finer than those of JavaScript.
  const here = db
    .select({ createdAt, id })
    .from(documents)
    .where(and(eq(documents.workspaceId, scope.workspaceId), eq(id, documentId)))
  const order = by === 1 ? asc : desc
  const [row] = await db
    .select({ id })
    .from(documents)
    .where(and(isLive(scope), sql`(${createdAt}, ${id}) ${sql.raw(by === 1 ? '>' : '<')} (${here})`))
    .orderBy(order(createdAt), order(id))
    .limit(1)
  return row?.id ?? null
}
