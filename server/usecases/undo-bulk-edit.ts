import { recordInWorkspace } from '#/db/queries/audit-log.ts'
import { findBulkChange, markBulkChangeUndone } from '#/db/queries/bulk-changes.ts'
import type { Scope } from '#/db/scope.ts'
import { can } from '#/lib/access/roles.ts'
import { touchesOthers, undoLayerChanges } from '#/lib/annotation/bulk-edit.ts'
import { t } from '#/lib/message/t.ts'
import { type BulkDeps, type BulkRefused, MAY_NOT_TAG } from './edit-tags-in-bulk.ts'

/** `kept`: excerpts somebody changed since, which stay as they are. */
export type BulkUndone = { ok: true; undone: number; kept: number }

/** Takes a change of many tags back, by who made it: what others changed since stays. */
export async function undoBulkEdit(scope: Scope, id: string, { db, collab }: BulkDeps): Promise<BulkUndone | BulkRefused> {
  if (!can(scope.role, 'tag')) return MAY_NOT_TAG
  const parts = await findBulkChange(db, scope, id)
  const [first] = parts
  if (!first) return { ok: false, reason: t('There is nothing to take back any more.') }
  // What is others' went with the right to moderate, and come back with it.
  const ofOthers = parts.some(({ changes }) => changes.some((change) => touchesOthers(change, scope.userId)))
  if (ofOthers && !can(scope.role, 'moderate-tags')) return MAY_NOT_TAG
  let undone = 0
  let kept = 0
  for (const { documentId, changes } of parts) {
    const done = await collab.amend(documentId, {
      userId: scope.userId,
      edit: ({ layers }) => {
        const counts = { undone: 0, kept: 0 }
        for (const [layerId, some] of Map.groupBy(changes, (change) => change.layerId)) {
          const layer = layers.get(layerId)
          const back = layer && undoLayerChanges(layer, some, 'bulk-undo')
          counts.undone += back?.undone.size ?? 0
          counts.kept += back ? back.kept.difference(back.undone).size : 0
        }
        return counts
      },
      alongside: (tx) => markBulkChangeUndone(tx, scope, id, documentId),
    })
    undone += done?.result.undone ?? 0
    kept += done?.result.kept ?? 0
  }
  await recordInWorkspace(db, scope, 'bulk-change-taken-back', { subject: id, details: { what: first.what, changed: undone } })
  await collab.settleExcerpts()
  return { ok: true, undone, kept }
}
