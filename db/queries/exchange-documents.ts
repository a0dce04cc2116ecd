import { and, eq, isNull, or } from 'drizzle-orm'
import type { Db } from '#/db/client.ts'
import { documents, layers } from '#/db/schema/documents.ts'
import type { Scope } from '#/db/scope.ts'
import type { ExchangeDocument } from '#/lib/format/project/exchange-project.ts'
import { listEditions } from './originals.ts'

/** What the rows say of a document: all but its text and what is said about it. */
export interface DocumentFacts extends Omit<ExchangeDocument, 'text' | 'blocks' | 'statements' | 'threads'> {
  /** Those this member may see: the shared one first, then their own. */
  layerIds: string[]
}

/** A live document of the workspace; null when there is none of that id, or it is in the bin. */
export async function readDocumentFacts(db: Db, scope: Scope, documentId: string): Promise<DocumentFacts | null> {
  const { id, title, outlet, author, publishedOn, url, kind, language, direction, status, createdBy, createdAt } = documents
  const [row] = await db
    .select({ id, title, outlet, author, publishedOn, url, kind, language, direction, status, createdBy, createdAt })
    .from(documents)
    .where(and(eq(documents.workspaceId, scope.workspaceId), eq(documents.id, documentId), isNull(documents.deletedAt)))
  if (!row) return null
  const visible = await db
    .select({ id: layers.id, kind: layers.kind })
    .from(layers)
    .where(
      and(
        eq(layers.workspaceId, scope.workspaceId),
        eq(layers.documentId, documentId),
        or(eq(layers.kind, 'shared'), eq(layers.ownerId, scope.userId)),
      ),
    )
  const [latest] = await listEditions(db, scope, documentId)
  const { edition = 0, fileName = '', format = '', byteSize = 0 } = latest ?? {}
  return {
    ...row,
    createdAt: row.createdAt.getTime(),
    original: latest ? { edition, fileName, format, byteSize } : null,
    layerIds: visible.sort((a, b) => Number(b.kind === 'shared') - Number(a.kind === 'shared')).map((layer) => layer.id),
  }
}
