import type { Db } from '#/db/client.ts'
import { listThemes, readMergePointers } from '#/db/queries/codebook.ts'
import { markTaggedDocuments } from '#/db/queries/excerpt-projection.ts'
import { returnMemos } from '#/db/queries/merged-belongings.ts'
import { readMergedThemes, unmarkThemeMerged } from '#/db/queries/merged-entries.ts'
import { changeTheme, writeThemePlaces } from '#/db/queries/themes.ts'
import type { Scope } from '#/db/scope.ts'
import type { MergeUndo } from '#/lib/codebook/merge.ts'
import { followMerges } from '#/lib/codebook/merged.ts'
import { planThemeUnmerge } from '#/lib/codebook/plan-theme-unmerge.ts'
import type { Refused } from '#/lib/codebook/refused.ts'
import { NOT_MERGED, type Unmerged } from './unmerge-actors.ts'

/** Takes a merge of themes back. Call after `lockWorkspace`. */
export async function unmergeThemes(tx: Db, scope: Scope, undo: MergeUndo): Promise<Unmerged | Refused> {
  const ends = followMerges(await readMergePointers(tx, scope))
  const follow = (id: string) => ends[id] ?? id
  const rows = await readMergedThemes(tx, scope, undo.merges)
  if (rows.length === 0) return NOT_MERGED
  const documentIds = await markTaggedDocuments(tx, scope, [...new Set(rows.map(({ id }) => follow(id)))])
  const plan = planThemeUnmerge(await listThemes(tx, scope), rows, undo, follow)
  const holders = undo.merges.flatMap((merge) => [merge.into, follow(merge.into)])
  await returnMemos(tx, scope, undo.memos, holders)
  if (plan.losesHotkey) await changeTheme(tx, scope, plan.losesHotkey, { hotkey: null })
  await writeThemePlaces(tx, scope, plan.places)
  for (const theme of plan.restored) await unmarkThemeMerged(tx, scope, theme)
  const was = new Map(rows.map(({ id, name }) => [id, name]))
  return { ok: true, restored: plan.restored.map(({ id, name }) => ({ name, was: was.get(id) ?? name })), documentIds }
}
