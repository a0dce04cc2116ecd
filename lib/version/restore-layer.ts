import type * as Y from 'yjs'
import { annotationOf, layerMap } from '#/lib/annotation/layer.ts'
import { LAYER_ROOTS, type LayerRoot } from '#/lib/annotation/model.ts'
import { clockNow } from '#/lib/date/clock.ts'

/**
 * Makes a layer what it was, as an edit of the living one. Statements deleted since come back; tags, facts, memos and
 * anchors of the statements there were are set back; statements made since are deleted so that they can be restored.
 *
 * Every entry that comes back keeps its author and time: it is copied from the log, where it was signed by the connection
 * that wrote it. Who restored it says the log's row, and the deletion of what was made since is signed by them.
 *
 * @param then the layer at the point to restore; not changed
 * @param now ms since 1970
 * @returns whether anything had to be changed
 */
export function restoreLayer(live: Y.Doc, then: Y.Doc, userId: string, origin: unknown, now = clockNow()): boolean {
  const known = layerMap(then, 'annotation')
  let isChanged = false
  const put = (root: LayerRoot, key: string, value: unknown) => {
    if (JSON.stringify(live.getMap(root).get(key)) === JSON.stringify(value)) return
    if (value === undefined) live.getMap(root).delete(key)
    else live.getMap(root).set(key, value)
    isChanged = true
  }
  live.transact(() => {
    for (const root of LAYER_ROOTS) {
      for (const [key, value] of then.getMap(root)) put(root, key, value)
      for (const key of [...live.getMap(root).keys()])
        if (known.has(annotationOf(key)) && !then.getMap(root).has(key)) put(root, key, undefined)
    }
    const deleted = layerMap(live, 'deleted')
    for (const id of layerMap(live, 'annotation').keys())
      if (!known.has(id) && !deleted.has(id)) put('deleted', id, { by: userId, at: now })
  }, origin)
  return isChanged
}
