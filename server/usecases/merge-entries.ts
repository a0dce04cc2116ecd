import type { Db } from '#/db/client.ts'
import { recordInWorkspace } from '#/db/queries/audit-log.ts'
import { lockWorkspace } from '#/db/queries/lock-workspace.ts'
import { mapProposals } from '#/db/queries/proposals.ts'
import type { Scope } from '#/db/scope.ts'
import { can } from '#/lib/access/roles.ts'
import type { EntrySort } from '#/lib/codebook/merge.ts'
import type { Refused } from '#/lib/codebook/refused.ts'
import { t } from '#/lib/message/t.ts'
import type { CollabServer } from '#/server/collab/collab-server.ts'
import { type CodebookDeps, MAY_NOT_MANAGE } from './codebook-deps.ts'
import { mergeActorsInto } from './merge-actors-into.ts'
import { mergeThemesInto } from './merge-themes-into.ts'
import { listEntries, recordEntryChange } from './record-entry-change.ts'

export interface MergeDeps extends CodebookDeps {
  collab: Pick<CollabServer, 'projectAgain' | 'amend'>
}

export interface MergeAsked {
  sort: EntrySort
  /** Ids of the entries that go. */
  from: readonly string[]
  /** Id of the one that stays. */
  into: string
}

export interface EntriesMerged {
  ok: true
  /** The version of the codebook it made: what undoing asks for. */
  version: number
  /** Name of the one that stayed. */
  name: string
}

/**
 * Merges actors or themes into another one. Layers stay as they were written: the merged entries stand for the other one from
 * now on, also in what somebody tags with them at this moment or offline.
 */
export async function mergeEntries(scope: Scope, asked: MergeAsked, deps: MergeDeps): Promise<EntriesMerged | Refused> {
  if (!can(scope.role, 'manage-codebook')) return MAY_NOT_MANAGE
  const from = asked.from.filter((id) => id !== asked.into)
  if (from.length === 0)
    return { ok: false, reason: asked.sort === 'actor' ? t('Choose another actor to merge.') : t('Choose another theme to merge.') }
  const done = await deps.db.transaction(async (tx) => {
    await lockWorkspace(tx, scope)
    return writeMerge(tx, scope, { ...asked, from })
  })
  if (!done.ok) return done
  deps.notify(asked.sort === 'actor' ? 'actors' : 'themes', asked.into)
  if (done.proposals > 0) deps.notify('proposals', asked.into)
  deps.collab.projectAgain(done.documentIds)
  return { ok: true, version: done.version, name: done.name }
}

/** A merge with its entry in the change log and the audit log. Call after `lockWorkspace`, last in a transaction. */
async function writeMerge(
  tx: Db,
  scope: Scope,
  { sort, from, into }: MergeAsked,
): Promise<(EntriesMerged & { documentIds: string[]; proposals: number }) | Refused> {
  const was = await listEntries(tx, scope, sort)
  const merged = await (sort === 'actor' ? mergeActorsInto : mergeThemesInto)(tx, scope, { from, into })
  if (!merged.ok) return merged
  const { name, gone, documentIds, undo } = merged
  const proposals = await mapProposals(tx, scope, undo.merges, sort)
  const version = await recordEntryChange(tx, scope, was, { act: 'merged', entry: sort, entryId: into, name, undo })
  const details = { name, count: gone.length, merged: gone.join(', ').slice(0, 500) }
  await recordInWorkspace(tx, scope, sort === 'actor' ? 'actors-merged' : 'themes-merged', { subject: into, details })
  return { ok: true, version, name, documentIds, proposals }
}
