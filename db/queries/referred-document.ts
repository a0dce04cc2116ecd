import { and, eq, isNull } from 'drizzle-orm'
import type { Db } from '#/db/client.ts'
import { documents } from '#/db/schema/documents.ts'
import type { Scope } from '#/db/scope.ts'
import { isId } from '#/lib/id.ts'

/** How a file names a document it does not hold. Empty texts name nothing. */
export interface DocumentReference {
  id: string | null
  url: string
  title: string
}

/** The live document of the workspace that a file means: by id, else the only one with its address, else the only one with its title; null when there is none. */
export async function findReferredDocument(db: Db, scope: Scope, { id, url, title }: DocumentReference): Promise<string | null> {
  const live = and(eq(documents.workspaceId, scope.workspaceId), isNull(documents.deletedAt))
  const asked = [
    id && isId(id) ? eq(documents.id, id) : null,
    url ? eq(documents.url, url) : null,
    title ? eq(documents.title, title) : null,
  ]
  for (const condition of asked) {
    if (!condition) continue
    const found = await db.select({ id: documents.id }).from(documents).where(and(live, condition)).limit(2)
    if (found.length === 1) return found[0]?.id ?? null
  }
  return null
}
