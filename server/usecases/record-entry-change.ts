import type { Db } from '#/db/client.ts'
import { listThemes, readMergePointers } from '#/db/queries/codebook.ts'
import { type NewCodebookChange, recordCodebookChange } from '#/db/queries/codebook-changes.ts'
import { listWholeActors } from '#/db/queries/whole-codebook.ts'
import type { Scope } from '#/db/scope.ts'
import { codebookDifference, type ListedEntries } from '#/lib/codebook/codebook-state.ts'
import { loggedActor } from '#/lib/codebook/logged-details.ts'
import type { EntrySort } from '#/lib/codebook/merge.ts'

/** All entries of a sort with all that is known of them, and what was merged into what. */
export async function listEntries(tx: Db, scope: Scope, sort: EntrySort): Promise<ListedEntries> {
  const merged = await readMergePointers(tx, scope)
  return sort === 'actor'
    ? { actors: (await listWholeActors(tx, scope)).map(loggedActor), merged }
    : { themes: await listThemes(tx, scope), merged }
}

/**
 * Writes into the change log what a change of many entries at once did, and returns the version it makes.
 * @param was the entries before it (see {@link listEntries})
 */
export async function recordEntryChange(
  tx: Db,
  scope: Scope,
  was: ListedEntries,
  change: Omit<NewCodebookChange, 'before' | 'after'> & { entry: EntrySort },
): Promise<number> {
  return recordCodebookChange(tx, scope, { ...change, ...codebookDifference(was, await listEntries(tx, scope, change.entry)) })
}
