import { and, eq, sql } from 'drizzle-orm'
import type { Db } from '#/db/client.ts'
import { documents, documentVisits } from '#/db/schema/documents.ts'
import type { Scope } from '#/db/scope.ts'

/** When this person last had a document open; null: never. */
export async function lastVisit(db: Db, { workspaceId, userId }: Scope, documentId: string): Promise<Date | null> {
  const rows = await db
    .select({ at: documentVisits.visitedAt })
    .from(documentVisits)
    .where(and(eq(documentVisits.workspaceId, workspaceId), eq(documentVisits.documentId, documentId), eq(documentVisits.userId, userId)))
  return rows[0]?.at ?? null
}

/**
 * Notes that this person has a document open now; nothing for one that the workspace does not have.
 * @param readShare how far they came in its text, 0 to 1; what they read before stays read
 */
export async function noteVisit(db: Db, { workspaceId, userId }: Scope, documentId: string, readShare: number): Promise<void> {
  const [found] = await db
    .select({ id: documents.id })
    .from(documents)
    .where(and(eq(documents.workspaceId, workspaceId), eq(documents.id, documentId)))
  if (!found) return
  await db
    .insert(documentVisits)
    .values({ documentId, userId, workspaceId, visitedAt: new Date(), readShare })
    .onConflictDoUpdate({
      target: [documentVisits.documentId, documentVisits.userId],
      set: { visitedAt: new Date(), readShare: sql`greatest(${documentVisits.readShare}, excluded.read_share)` },
    })
}
