import { readCodebook, readCodebookVersion } from '#/db/queries/codebook.ts'
import type { Scope } from '#/db/scope.ts'
import { type EntrySearch, entrySearch } from '#/lib/search/find-entries.ts'
import { memberDb } from '#/server/runtime.ts'

/** Workspaces whose names are kept folded, the last used ones; 20,000 actors with five names are some 30 MB. */
const KEPT = 8

const kept = new Map<string, { version: number; search: Promise<EntrySearch> }>()

/** The codebook of a workspace, ready to be searched. Made anew when the codebook has another version. */
export async function loadEntrySearch(scope: Scope): Promise<EntrySearch> {
  const version = await readCodebookVersion(memberDb(scope), scope)
  const before = kept.get(scope.workspaceId)
  kept.delete(scope.workspaceId)
  const entry = before?.version === version ? before : { version, search: readCodebook(memberDb(scope), scope).then(entrySearch) }
  kept.set(scope.workspaceId, entry)
  for (const workspaceId of kept.keys()) if (kept.size > KEPT) kept.delete(workspaceId)
  try {
    return await entry.search
  } catch (fault) {
    if (kept.get(scope.workspaceId) === entry) kept.delete(scope.workspaceId)
    throw fault
  }
}
