import { and, desc, eq, isNotNull, isNull, sql } from 'drizzle-orm'
import type { Db } from '#/db/client.ts'
import { codebookChanges } from '#/db/schema/codebook.ts'
import type { Scope } from '#/db/scope.ts'
import type { EntryFields } from '#/lib/codebook/codebook-change.ts'
import type { EntrySort, MergeUndo, SplitTag, SplitUndo } from '#/lib/codebook/merge.ts'

/** A change of the codebook that can be taken back. */
export interface UndoableChange {
  entryId: string | null
  name: string
  undo: MergeUndo | SplitUndo
  /** The version that took it back; null: none. */
  undoneBy: number | null
}

/** The change that made a version; null when there is none, or none that can be taken back. */
export async function findUndoableChange(tx: Db, scope: Scope, version: number): Promise<UndoableChange | null> {
  const { entryId, name, undo, undoneBy } = codebookChanges
  const [row] = await tx
    .select({ entryId, name, undo, undoneBy })
    .from(codebookChanges)
    .where(and(eq(codebookChanges.workspaceId, scope.workspaceId), eq(codebookChanges.version, version), isNotNull(undo)))
  const kind = (row?.undo as { kind?: unknown } | null)?.kind
  return row && (kind === 'merge' || kind === 'split') ? { ...row, undo: row.undo as MergeUndo | SplitUndo } : null
}

/** Adds to what takes a split back. */
export async function rememberSplitTags(tx: Db, scope: Scope, version: number, tags: readonly SplitTag[]): Promise<void> {
  if (tags.length === 0) return
  const { undo } = codebookChanges
  await tx
    .update(codebookChanges)
    .set({ undo: sql`jsonb_set(${undo}, '{tags}', coalesce(${undo}->'tags', '[]'::jsonb) || ${JSON.stringify(tags)}::jsonb)` })
    .where(and(eq(codebookChanges.workspaceId, scope.workspaceId), eq(codebookChanges.version, version)))
}

/** What takes each merge back that was not taken back, with its version. */
export async function listMergeUndos(tx: Db, scope: Scope): Promise<(MergeUndo & { version: number })[]> {
  const rows = await tx
    .select({ version: codebookChanges.version, undo: codebookChanges.undo })
    .from(codebookChanges)
    .where(and(eq(codebookChanges.workspaceId, scope.workspaceId), isNotNull(codebookChanges.undo), isNull(codebookChanges.undoneBy)))
  return rows.flatMap(({ version, undo: kept }) => {
    const undo = kept as MergeUndo | SplitUndo
    return undo.kind === 'merge' ? [{ ...undo, version }] : []
  })
}

/** What an entry was like before a proposal of it was accepted: the fields that accepting changed; null when it never was. */
export async function fieldsBeforeAccepted(tx: Db, scope: Scope, sort: EntrySort, entryId: string): Promise<EntryFields | null> {
  const [row] = await tx
    .select({ before: codebookChanges.before })
    .from(codebookChanges)
    .where(
      and(eq(codebookChanges.workspaceId, scope.workspaceId), eq(codebookChanges.entryId, entryId), eq(codebookChanges.act, 'accepted')),
    )
    .orderBy(desc(codebookChanges.version))
    .limit(1)
  return row?.before[sort === 'actor' ? 'actors' : 'themes']?.[entryId] ?? null
}
