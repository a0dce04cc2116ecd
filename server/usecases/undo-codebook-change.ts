import type { Db } from '#/db/client.ts'
import { recordInWorkspace } from '#/db/queries/audit-log.ts'
import { readMerged } from '#/db/queries/codebook.ts'
import { markChangeUndone } from '#/db/queries/codebook-changes.ts'
import { findUndoableChange } from '#/db/queries/codebook-undo.ts'
import { lockWorkspace } from '#/db/queries/lock-workspace.ts'
import { addNames } from '#/db/queries/merged-entries.ts'
import { unmapProposals } from '#/db/queries/proposals.ts'
import type { Scope } from '#/db/scope.ts'
import { can } from '#/lib/access/roles.ts'
import { type MovedTag, retagBack } from '#/lib/annotation/retag.ts'
import type { EntrySort, SplitTag, SplitUndo } from '#/lib/codebook/merge.ts'
import type { Refused } from '#/lib/codebook/refused.ts'
import { t } from '#/lib/message/t.ts'
import { MAY_NOT_MANAGE } from './codebook-deps.ts'
import { mergeActorsInto } from './merge-actors-into.ts'
import type { MergeDeps } from './merge-entries.ts'
import { mergeThemesInto } from './merge-themes-into.ts'
import { listEntries, recordEntryChange } from './record-entry-change.ts'
import { type Unmerged, unmergeActors } from './unmerge-actors.ts'
import { unmergeThemes } from './unmerge-themes.ts'

export interface ChangeUndone {
  ok: true
  sort: EntrySort
  /** The entries that came back; `was` is what they were called when it is not to be had any more. */
  restored: Unmerged['restored']
}

const NOTHING: Refused = {
  ok: false,
  get reason() {
    return t('There is nothing to take back.')
  },
}
const ALREADY: Refused = {
  ok: false,
  get reason() {
    return t('This was taken back already.')
  },
}
const MERGED_SINCE: Refused = {
  ok: false,
  get reason() {
    return t('What the split made was merged since. Take that back first.')
  },
}

/**
 * Takes a merge or a split back, whatever happened since: what others tagged, moved, named or merged meanwhile stays as they
 * wanted it.
 */
export async function undoCodebookChange(scope: Scope, version: number, deps: MergeDeps): Promise<ChangeUndone | Refused> {
  if (!can(scope.role, 'manage-codebook')) return MAY_NOT_MANAGE
  const outcome = await deps.db.transaction(async (tx) => {
    await lockWorkspace(tx, scope)
    const change = await findUndoableChange(tx, scope, version)
    if (!change) return NOTHING
    if (change.undoneBy !== null) return ALREADY
    const { undo, name, entryId } = change
    const { sort } = undo
    const was = await listEntries(tx, scope, sort)
    const done = await (undo.kind === 'split'
      ? unsplit(tx, scope, undo)
      : sort === 'actor'
        ? unmergeActors(tx, scope, undo)
        : unmergeThemes(tx, scope, undo))
    if (!done.ok) return done
    const undoneBy = await recordEntryChange(tx, scope, was, { act: 'undone', entry: sort, entryId, name })
    await markChangeUndone(tx, scope, version, undoneBy)
    const ids = undo.kind === 'merge' ? undo.merges.map((merge) => merge.from) : []
    const reopened = await unmapProposals(tx, scope, ids, sort)
    const event = undo.kind === 'merge' ? 'merge-undone' : 'split-undone'
    await recordInWorkspace(tx, scope, event, { subject: entryId ?? '', details: { name, sort } })
    return { ...done, sort, reopened, entryId: entryId ?? '', tags: undo.kind === 'split' ? (undo.tags ?? []) : [] }
  })
  if (!outcome.ok) return outcome
  const { sort, restored, documentIds, reopened, entryId, tags } = outcome
  deps.notify(sort === 'actor' ? 'actors' : 'themes', entryId)
  if (reopened > 0) deps.notify('proposals', entryId)
  await returnTags(scope, sort, tags, deps)
  deps.collab.projectAgain(documentIds)
  return { ok: true, sort, restored }
}

/** What was tagged with entries that are merged into the split one is theirs again: they may come back themselves. */
async function returnTags(scope: Scope, sort: EntrySort, tags: readonly SplitTag[], { collab }: MergeDeps): Promise<void> {
  for (const [documentId, some] of Map.groupBy(tags, (tag) => tag.documentId))
    await collab.amend(documentId, {
      userId: scope.userId,
      edit({ layers }) {
        for (const [layerId, moved] of Map.groupBy(some, (tag) => tag.layerId)) {
          const layer = layers.get(layerId)
          if (layer) retagBack(layer, sort, moved as MovedTag[], 'split-undone')
        }
      },
    })
}

/** The entries that a split made stand for the one they were split from again: also in what was tagged with them since. */
async function unsplit(tx: Db, scope: Scope, { sort, from, into, aliases }: SplitUndo): Promise<Unmerged | Refused> {
  const merged = await readMerged(tx, scope)
  const whole = merged[from] ?? from
  // Whoever undoes that later would get back an entry that nothing takes back any more.
  if (into.some((id) => merged[id] !== undefined)) return MERGED_SINCE
  const { actors, themes } = await listEntries(tx, scope, sort)
  const live = new Set((actors ?? themes ?? []).map(({ id }) => id))
  if (!live.has(whole))
    return {
      ok: false,
      reason:
        sort === 'actor'
          ? t('The actor that was split was deleted meanwhile. Bring it back first.')
          : t('The theme that was split was deleted meanwhile. Bring it back first.'),
    }
  const going = into.filter((id) => id !== whole && live.has(id))
  if (going.length === 0)
    return { ok: false, reason: t('What the split made was merged or deleted since. Take that back first, then this.') }
  const back = await (sort === 'actor' ? mergeActorsInto : mergeThemesInto)(tx, scope, { from: going, into: whole, bare: true })
  if (!back.ok) return back
  if (sort === 'actor') await addNames(tx, scope, whole, aliases)
  return { ok: true, restored: [], documentIds: back.documentIds }
}
