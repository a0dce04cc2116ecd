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
import type { EntrySort, SplitUndo } from '#/lib/codebook/merge.ts'
import type { Refused } from '#/lib/codebook/refused.ts'
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

const NOTHING: Refused = { ok: false, reason: 'There is nothing to take back.' }
const ALREADY: Refused = { ok: false, reason: 'This was taken back already.' }

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
    return { ...done, sort, reopened, entryId: entryId ?? '' }
  })
  if (!outcome.ok) return outcome
  const { sort, restored, documentIds, reopened, entryId } = outcome
  deps.notify(sort === 'actor' ? 'actors' : 'themes', entryId)
  if (reopened > 0) deps.notify('proposals', entryId)
  deps.collab.projectAgain(documentIds)
  return { ok: true, sort, restored }
}

/** The entries that a split made stand for the one they were split from again: also in what was tagged with them since. */
async function unsplit(tx: Db, scope: Scope, { sort, from, into, aliases }: SplitUndo): Promise<Unmerged | Refused> {
  const whole = (await readMerged(tx, scope))[from] ?? from
  const { actors, themes } = await listEntries(tx, scope, sort)
  const live = new Set((actors ?? themes ?? []).map(({ id }) => id))
  if (!live.has(whole)) return { ok: false, reason: `The ${sort} that was split was deleted meanwhile. Bring it back first.` }
  const going = into.filter((id) => id !== whole && live.has(id))
  if (going.length === 0) return ALREADY
  const back = await (sort === 'actor' ? mergeActorsInto : mergeThemesInto)(tx, scope, { from: going, into: whole, bare: true })
  if (!back.ok) return back
  if (sort === 'actor') await addNames(tx, scope, whole, aliases)
  return { ok: true, restored: [], documentIds: back.documentIds }
}
