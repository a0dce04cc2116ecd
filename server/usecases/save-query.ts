import type { Db } from '#/db/client.ts'
import { recordInWorkspace } from '#/db/queries/audit-log.ts'
import { changeSavedQuery, findSavedQuery, putSavedQuery, removeSavedQuery } from '#/db/queries/saved-queries.ts'
import type { Scope } from '#/db/scope.ts'
import { isUniqueViolation } from '#/db/unique-violation.ts'
import { can } from '#/lib/access/roles.ts'
import { parseResultsQuery, printResultsQuery } from '#/lib/excerpt/results-query.ts'
import { newId } from '#/lib/id.ts'
import { t } from '#/lib/message/t.ts'
import { checkQueryName, type QueryToSave } from '#/lib/query/saved-query.ts'

export type SavedQueryResult = { ok: true } | { ok: false; reason: string }

/** Keeps a query under a name: for oneself, or, for who may tag, for everybody. An own one of the same name is replaced. */
export async function saveQuery(scope: Scope, given: QueryToSave, { db }: { db: Db }): Promise<SavedQueryResult> {
  if (!can(scope.role, 'read')) return { ok: false, reason: t('You are no member of this workspace any more.') }
  const checked = checkQuery(scope, given)
  if (!checked.ok) return checked
  const { query } = checked
  return unlessNamedSo(query, () =>
    db.transaction(async (tx) => {
      await putSavedQuery(tx, scope, { id: newId(), ...query })
      if (query.isShared) await recordInWorkspace(tx, scope, 'query-shared', { details: { name: query.name } })
    }),
  )
}

/** Renames an own query, asks another under its name, shares it or keeps it for oneself. */
export async function updateSavedQuery(
  scope: Scope,
  { id, ...given }: QueryToSave & { id: string },
  { db }: { db: Db },
): Promise<SavedQueryResult> {
  const before = await findSavedQuery(db, scope, id)
  if (!before) return { ok: false, reason: t('This query was deleted already.') }
  if (before.createdBy !== scope.userId)
    return { ok: false, reason: t('Only who saved a query can change it. Save yours under another name.') }
  const checked = checkQuery(scope, given)
  if (!checked.ok) return checked
  const { query } = checked
  return unlessNamedSo(query, () =>
    db.transaction(async (tx) => {
      await changeSavedQuery(tx, scope, id, query)
      if (query.isShared) await recordInWorkspace(tx, scope, 'query-shared', { details: { name: query.name } })
      else if (before.isShared) await recordInWorkspace(tx, scope, 'query-unshared', { details: { name: before.name } })
    }),
  )
}

function checkQuery(
  scope: Scope,
  { name: typed, address, isShared }: QueryToSave,
): { ok: true; query: QueryToSave } | { ok: false; reason: string } {
  if (isShared && !can(scope.role, 'tag')) return { ok: false, reason: t('Your role keeps queries for yourself only. Coders share them.') }
  const checked = checkQueryName(typed)
  if (!checked.ok) return checked
  const { ignored, ...query } = parseResultsQuery(new URLSearchParams(address))
  if (ignored.length > 0)
    return { ok: false, reason: t('Part of this query was not understood: {ignored}.', { ignored: ignored.join(', ') }) }
  // Which saved query a page began from is not part of what it asks.
  return { ok: true, query: { name: checked.name, address: printResultsQuery({ ...query, saved: null }).toString(), isShared } }
}

async function unlessNamedSo({ name, isShared }: QueryToSave, write: () => Promise<void>): Promise<SavedQueryResult> {
  try {
    await write()
    return { ok: true }
  } catch (error) {
    if (!isUniqueViolation(error)) throw error
    return {
      ok: false,
      reason: isShared
        ? t('Somebody shares a query called “{name}” already. Choose another name.', { name })
        : t('You have a query called “{name}” already. Choose another name.', { name }),
    }
  }
}

/** Deletes a saved query: one's own, or, for who may change everybody's tags, a shared one of somebody else. */
export async function deleteSavedQuery(scope: Scope, id: string, { db }: { db: Db }): Promise<SavedQueryResult> {
  const query = await findSavedQuery(db, scope, id)
  if (!query) return { ok: false, reason: t('This query was deleted already.') }
  if (query.createdBy !== scope.userId && !can(scope.role, 'moderate-tags'))
    return { ok: false, reason: t('Only who shared a query, an editor or an owner can delete it.') }
  await db.transaction(async (tx) => {
    await removeSavedQuery(tx, scope, id)
    if (query.isShared) await recordInWorkspace(tx, scope, 'query-deleted', { details: { name: query.name } })
  })
  return { ok: true }
}
