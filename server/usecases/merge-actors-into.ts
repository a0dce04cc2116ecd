import type { Db } from '#/db/client.ts'
import { changeActor } from '#/db/queries/actors.ts'
import { listActors } from '#/db/queries/codebook.ts'
import { markTaggedDocuments } from '#/db/queries/excerpt-projection.ts'
import { copyBelongings, moveMemos } from '#/db/queries/merged-belongings.ts'
import { addNames, markMerged } from '#/db/queries/merged-entries.ts'
import { redirectTags } from '#/db/queries/merged-tags.ts'
import type { Scope } from '#/db/scope.ts'
import type { MergeUndo } from '#/lib/codebook/merge.ts'
import { planActorMerge } from '#/lib/codebook/plan-actor-merge.ts'
import type { Refused } from '#/lib/codebook/refused.ts'
import { t } from '#/lib/message/t.ts'
import { ACTOR_GONE } from './codebook-deps.ts'

export const PROPOSED_FIRST: Refused = {
  ok: false,
  get reason() {
    return t('The one that stays is only proposed. Accept the proposal first, or merge the other way round.')
  },
}

/** A merge that is written, in a transaction that is not committed yet. */
export interface MergedInto {
  ok: true
  undo: MergeUndo
  /** Name of the surviving entry. */
  name: string
  /** Names of those that went. */
  gone: string[]
  /** Documents whose projected tags changed. */
  documentIds: string[]
}

/**
 * Merges actors into another. Call after `lockWorkspace`.
 * @param bare only the tags and the actors below move: what the merged ones were called and what belongs to them stays theirs
 */
export async function mergeActorsInto(
  tx: Db,
  scope: Scope,
  { from, into, bare = false }: { from: readonly string[]; into: string; bare?: boolean },
): Promise<MergedInto | Refused> {
  const live = await listActors(tx, scope)
  const survivor = live.find(({ id }) => id === into)
  const going = live.filter(({ id }) => id !== into && from.includes(id))
  if (!survivor || going.length < new Set(from).size) return ACTOR_GONE
  if (survivor.state === 'proposed' && going.some(({ state }) => state !== 'proposed')) return PROPOSED_FIRST
  const plan = planActorMerge(
    live,
    going.map(({ id }) => id),
    into,
  )
  await markMerged(tx, scope, 'actor', plan.merges)
  for (const { id, to } of plan.moved) await changeActor(tx, scope, id, { parentId: to })
  const undo: MergeUndo = {
    kind: 'merge',
    sort: 'actor',
    merges: plan.merges,
    movedActors: plan.moved,
    movedThemes: [],
    copies: [],
    memos: [],
    hotkey: null,
  }
  if (!bare) {
    await addNames(tx, scope, into, plan.names)
    for (const merge of plan.merges) {
      undo.copies.push(...(await copyBelongings(tx, scope, merge)))
      undo.memos.push(...(await moveMemos(tx, scope, 'actor', merge)))
    }
  }
  const documentIds = await markTaggedDocuments(
    tx,
    scope,
    plan.merges.map(({ from }) => from),
  )
  await redirectTags(tx, scope, 'actor', plan.merges)
  return { ok: true, undo, name: survivor.name, gone: going.map(({ name }) => name), documentIds }
}
