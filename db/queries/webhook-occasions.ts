import { and, asc, eq, gte, lte, max, or } from 'drizzle-orm'
import type { Db } from '#/db/client.ts'
import { codebookChanges } from '#/db/schema/codebook.ts'
import { documents } from '#/db/schema/documents.ts'

/** A document that was made, changed or put into the bin. Times in ms since 1970. */
export interface ChangedDocument {
  id: string
  title: string
  createdAt: Date
  updatedAt: Date
  deletedAt: Date | null
}

/** The documents of a workspace that something happened to in this time, both ends included. */
export function documentsChangedIn(db: Db, workspaceId: string, from: Date, until: Date): Promise<ChangedDocument[]> {
  const { id, title, createdAt, updatedAt, deletedAt } = documents
  const within = (column: typeof createdAt | typeof updatedAt | typeof deletedAt) => and(gte(column, from), lte(column, until))
  return db
    .select({ id, title, createdAt, updatedAt, deletedAt })
    .from(documents)
    .where(and(eq(documents.workspaceId, workspaceId), or(within(createdAt), within(updatedAt), within(deletedAt))))
    .orderBy(asc(updatedAt), asc(id))
}

/** The version of a workspace's codebook; 0 before anything changed. */
export async function codebookVersionOf(db: Db, workspaceId: string): Promise<number> {
  const [row] = await db
    .select({ version: max(codebookChanges.version) })
    .from(codebookChanges)
    .where(eq(codebookChanges.workspaceId, workspaceId))
  return row?.version ?? 0
}
