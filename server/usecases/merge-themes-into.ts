import type { Db } from '#/db/client.ts'
import { listThemes } from '#/db/queries/codebook.ts'
import { markTaggedDocuments } from '#/db/queries/excerpt-projection.ts'
import { moveMemos } from '#/db/queries/merged-belongings.ts'
import { markMerged } from '#/db/queries/merged-entries.ts'
import { redirectTags } from '#/db/queries/merged-tags.ts'
import { changeTheme, writeThemePlaces } from '#/db/queries/themes.ts'
import type { Scope } from '#/db/scope.ts'
import type { MergeUndo } from '#/lib/codebook/merge.ts'
import { planThemeMerge } from '#/lib/codebook/plan-theme-merge.ts'
import type { Refused } from '#/lib/codebook/refused.ts'
import { t } from '#/lib/message/t.ts'
import { THEME_GONE } from './codebook-deps.ts'
import { type MergedInto, PROPOSED_FIRST } from './merge-actors-into.ts'

/**
 * Merges themes into another, and those of the same name below them. Call after `lockWorkspace`.
 * @param bare memos and the key of the merged ones stay theirs
 */
export async function mergeThemesInto(
  tx: Db,
  scope: Scope,
  { from, into, bare = false }: { from: readonly string[]; into: string; bare?: boolean },
): Promise<MergedInto | Refused> {
  const live = await listThemes(tx, scope)
  const survivor = live.find(({ id }) => id === into)
  const going = live.filter(({ id }) => id !== into && from.includes(id))
  if (!survivor || going.length < new Set(from).size) return THEME_GONE
  if (survivor.state === 'proposed' && going.some(({ state }) => state !== 'proposed')) return PROPOSED_FIRST
  const plan = planThemeMerge(
    live,
    going.map(({ id }) => id),
    into,
  )
  if (plan.clash)
    return { ok: false, reason: t('Two themes would be named “{clash}” in one place. Rename one of them first.', { clash: plan.clash }) }
  await markMerged(tx, scope, 'theme', plan.merges)
  await writeThemePlaces(tx, scope, plan.places)
  const undo: MergeUndo = {
    kind: 'merge',
    sort: 'theme',
    merges: plan.merges,
    movedActors: [],
    movedThemes: plan.moved,
    copies: [],
    memos: [],
    hotkey: bare ? null : plan.hotkey,
  }
  if (undo.hotkey) await changeTheme(tx, scope, into, { hotkey: undo.hotkey.digit })
  if (!bare) for (const merge of plan.merges) undo.memos.push(...(await moveMemos(tx, scope, 'theme', merge)))
  const documentIds = await markTaggedDocuments(
    tx,
    scope,
    plan.merges.map(({ from }) => from),
  )
  await redirectTags(tx, scope, 'theme', plan.merges)
  return { ok: true, undo, name: survivor.name, gone: going.map(({ name }) => name), documentIds }
}
