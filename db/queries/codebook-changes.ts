import { eq, max } from 'drizzle-orm'
import type { Db } from '#/db/client.ts'
import { codebookChanges } from '#/db/schema/codebook.ts'
import type { Scope } from '#/db/scope.ts'
import type { ChangedFields, CodebookAct, CodebookEntry } from '#/lib/codebook/codebook-change.ts'

export interface NewCodebookChange {
  act: CodebookAct
  entry: CodebookEntry
  /** The actor or theme; null for what concerns several. */
  entryId: string | null
  /** Its name when it happened. */
  name: string
  /** The fields that changed. */
  before?: ChangedFields
  after?: ChangedFields
  /** What takes it back: of merges and splits. */
  undo?: unknown
}

/**
 * Writes a change into the change log of the codebook and returns the version it makes. Call it in the transaction of the
 * change itself, after `lockWorkspace`, so that versions have no gaps and no doubles.
 */
export async function recordCodebookChange(tx: Db, scope: Scope, change: NewCodebookChange): Promise<number> {
  const { workspaceId, userId } = scope
  const [last] = await tx
    .select({ version: max(codebookChanges.version) })
    .from(codebookChanges)
    .where(eq(codebookChanges.workspaceId, workspaceId))
  const version = (last?.version ?? 0) + 1
  await tx.insert(codebookChanges).values({ workspaceId, version, by: userId, ...change })
  return version
}
