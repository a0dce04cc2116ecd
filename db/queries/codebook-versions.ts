import { and, desc, eq, sql } from 'drizzle-orm'
import type { Db } from '#/db/client.ts'
import { codebookVersions } from '#/db/schema/codebook.ts'
import type { Scope } from '#/db/scope.ts'

/** A version of the codebook that somebody gave a name. */
export interface NamedVersion {
  version: number
  name: string
}

/** The named versions, the newest first. */
export async function listNamedVersions(db: Db, scope: Scope): Promise<NamedVersion[]> {
  return db
    .select({ version: codebookVersions.version, name: codebookVersions.name })
    .from(codebookVersions)
    .where(eq(codebookVersions.workspaceId, scope.workspaceId))
    .orderBy(desc(codebookVersions.version))
}

/** Names a version, or names it anew. */
export async function setCodebookVersionName(db: Db, scope: Scope, version: number, name: string): Promise<void> {
  const { workspaceId, userId } = scope
  await db
    .insert(codebookVersions)
    .values({ workspaceId, version, name, createdBy: userId })
    .onConflictDoUpdate({
      target: [codebookVersions.workspaceId, codebookVersions.version],
      set: { name, createdBy: userId, at: sql`now()` },
    })
}

/** Forgets the name of a version; false when it has none. */
export async function removeCodebookVersionName(db: Db, scope: Scope, version: number): Promise<boolean> {
  const gone = await db
    .delete(codebookVersions)
    .where(and(eq(codebookVersions.workspaceId, scope.workspaceId), eq(codebookVersions.version, version)))
    .returning({ version: codebookVersions.version })
  return gone.length > 0
}
