'use server'
import { listTaggedPassages } from '#/db/queries/tagged-passages.ts'
import type { MergeImpact } from '#/lib/codebook/merge.ts'
import type { Refused } from '#/lib/codebook/refused.ts'
import type { TaggedPassage } from '#/lib/codebook/tagged-passage.ts'
import { memberDb } from '#/server/runtime.ts'
import { type EntriesMerged, type MergeAsked, mergeEntries as merge } from '#/server/usecases/merge-entries.ts'
import { previewMerge } from '#/server/usecases/preview-merge.ts'
import { type EntrySplit, type SplitAsked, splitEntry as split } from '#/server/usecases/split-entry.ts'
import { type ChangeUndone, undoCodebookChange as undo } from '#/server/usecases/undo-codebook-change.ts'
import { versionSchema } from './codebook-schema.ts'
import { entrySchema, mergeSchema, splitSchema } from './merge-schema.ts'
import { runCodebook } from './run-codebook.ts'

/** What merging touches, to be said before it is done. */
export async function mergeImpact(workspaceId: string, asked: MergeAsked): Promise<({ ok: true } & MergeImpact) | Refused> {
  return runCodebook(workspaceId, mergeSchema, asked, (scope, data, deps) => previewMerge(scope, data, deps))
}

export async function mergeEntries(workspaceId: string, asked: MergeAsked): Promise<EntriesMerged | Refused> {
  return runCodebook(workspaceId, mergeSchema, asked, (scope, data, deps) => merge(scope, data, deps))
}

/** The passages that are tagged with an actor or theme itself; also those tagged, or given back by an undo, a moment ago. */
export async function taggedPassages(
  workspaceId: string,
  entry: { sort: 'actor' | 'theme'; id: string },
): Promise<{ ok: true; passages: TaggedPassage[] } | Refused> {
  return runCodebook(workspaceId, entrySchema, entry, async (scope, data, { collab }) => {
    await collab.settleExcerpts()
    return { ok: true, passages: await listTaggedPassages(memberDb(scope), scope, data.sort, data.id) }
  })
}

export async function splitEntry(workspaceId: string, asked: SplitAsked): Promise<EntrySplit | Refused> {
  return runCodebook(workspaceId, splitSchema, asked, (scope, data, deps) => split(scope, data, deps))
}

/** Takes back the merge or split that made a version of the codebook. */
export async function undoCodebookChange(workspaceId: string, version: number): Promise<ChangeUndone | Refused> {
  return runCodebook(workspaceId, versionSchema, version, (scope, data, deps) => undo(scope, data, deps))
}
