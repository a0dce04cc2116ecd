import type * as Y from 'yjs'
import type { BulkEditor, LayerChange, Skipped } from '#/lib/annotation/bulk-edit.ts'
import type { Status } from '#/lib/annotation/facts.ts'
import { factKey, layerMap } from '#/lib/annotation/layer.ts'

/**
 * Says of statements whether what they report happened; null: says nothing any more. As with one: facts are changed by who made
 * the statement, or by who may moderate.
 *
 * @param ids of annotations of this layer
 */
export function setStatuses(
  layer: Y.Doc,
  ids: readonly string[],
  status: Status | null,
  { userId, everyone, now }: BulkEditor,
  origin: unknown,
): { changes: Omit<LayerChange, 'layerId'>[]; skipped: Map<string, Skipped> } {
  const changes: Omit<LayerChange, 'layerId'>[] = []
  const skipped = new Map<string, Skipped>()
  const facts = layerMap(layer, 'fact')
  layer.transact(() => {
    for (const id of ids) {
      const owner = layerMap(layer, 'deleted').has(id) ? undefined : layerMap(layer, 'annotation').get(id)?.by
      const key = factKey(id, 'status')
      const before = facts.get(key) ?? null
      if (owner === undefined) skipped.set(id, 'gone')
      else if ((before?.value ?? null) === status) skipped.set(id, 'has-it')
      else if (owner !== userId && !everyone) skipped.set(id, 'locked')
      else {
        const after = status === null ? null : { value: status, by: userId, at: now }
        if (after) facts.set(key, after)
        else facts.delete(key)
        changes.push({ root: 'fact', key, before, after, owner })
      }
    }
  }, origin)
  return { changes, skipped }
}
