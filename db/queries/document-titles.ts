import { and, asc, desc, eq, gt, isNull, lt, or } from 'drizzle-orm'
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
  const [here] = await db
    .select({ createdAt: documents.createdAt })
    .from(documents)
    .where(and(eq(documents.workspaceId, scope.workspaceId), eq(documents.id, documentId)))
  if (!here) return null
  const beyond = by === 1 ? gt : lt
  const order = by === 1 ? asc : desc
  const { createdAt, id } = documents
  const [row] = await db
    .select({ id })
    .from(documents)
    .where(and(isLive(scope), or(beyond(createdAt, here.createdAt), and(eq(createdAt, here.createdAt), beyond(id, documentId)))))
    .orderBy(order(createdAt), order(id))
    .limit(1)
  return row?.id ?? null
}
