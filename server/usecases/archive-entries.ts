import type { Db } from '#/db/client.ts'
import { changeActor } from '#/db/queries/actors.ts'
import { recordInWorkspace } from '#/db/queries/audit-log.ts'
import { listActors, listThemes } from '#/db/queries/codebook.ts'
import { recordCodebookChange } from '#/db/queries/codebook-changes.ts'
import { lockWorkspace } from '#/db/queries/lock-workspace.ts'
import { changeTheme } from '#/db/queries/themes.ts'
import type { Scope } from '#/db/scope.ts'
import { can } from '#/lib/access/roles.ts'
import type { Actor, Theme } from '#/lib/codebook/codebook.ts'
import { codebookDifference } from '#/lib/codebook/codebook-state.ts'
import type { Refused } from '#/lib/codebook/refused.ts'
import { t } from '#/lib/message/t.ts'
import { type CodebookDeps, MAY_NOT_MANAGE } from './codebook-deps.ts'

/** Which entries go into the archive or out of it. The first one names the deed. */
export interface Archiving {
  noun: 'actor' | 'theme'
  ids: readonly string[]
  archived: boolean
}

/**
 * Archives entries: they stay on the passages that have them and are not offered any more; a theme gives up its key. Or takes
 * them out of the archive. Entries that are so already, are proposals or were deleted meanwhile are passed over.
 */
export async function archiveEntries(
  scope: Scope,
  { noun, ids, archived }: Archiving,
  deps: CodebookDeps,
): Promise<{ ok: true; ids: string[] } | Refused> {
  if (!can(scope.role, 'manage-codebook')) return MAY_NOT_MANAGE
  const changed = await deps.db.transaction(async (tx) => {
    await lockWorkspace(tx, scope)
    const entries = await entriesToChange(tx, scope, { noun, ids, archived })
    const [first] = entries
    if (!first) return []
    const state = archived ? 'archived' : 'live'
    for (const { id } of entries) {
      if (noun === 'actor') await changeActor(tx, scope, id, { state })
      else await changeTheme(tx, scope, id, archived ? { state, hotkey: null } : { state })
    }
    const section = noun === 'actor' ? 'actors' : 'themes'
    const after = entries.map((entry) => ({ ...entry, state, ...('hotkey' in entry && archived ? { hotkey: null } : {}) }))
    await recordCodebookChange(tx, scope, {
      act: archived ? 'archived' : 'unarchived',
      entry: noun,
      entryId: first.id,
      name: first.name,
      ...codebookDifference({ [section]: entries }, { [section]: after }),
    })
    const details = { noun, name: first.name, count: entries.length }
    await recordInWorkspace(tx, scope, archived ? 'entries-archived' : 'entries-unarchived', { subject: first.id, details })
    return entries.map(({ id }) => id)
  })
  if (changed.length === 0)
    return {
      ok: false,
      reason:
        noun === 'actor'
          ? t('Nothing changed: this actor was archived, deleted or brought back meanwhile.')
          : t('Nothing changed: this theme was archived, deleted or brought back meanwhile.'),
    }
  deps.notify(noun === 'actor' ? 'actors' : 'themes', changed[0]!)
  return { ok: true, ids: changed }
}

async function entriesToChange(tx: Db, scope: Scope, { noun, ids, archived }: Archiving): Promise<(Actor | Theme)[]> {
  const listed: readonly (Actor | Theme)[] = noun === 'actor' ? await listActors(tx, scope) : await listThemes(tx, scope)
  const from = archived ? 'live' : 'archived'
  const ready = new Map(listed.filter((entry) => entry.state === from).map((entry) => [entry.id, entry]))
  return [...new Set(ids)].flatMap((id) => ready.get(id) ?? [])
}
