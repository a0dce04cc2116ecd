import * as Y from 'yjs'
import { annotationOf, readAnnotations } from '#/lib/annotation/layer.ts'
import { LAYER_ROOTS } from '#/lib/annotation/model.ts'
import { newId } from '#/lib/id.ts'

/**
 * The statements of a layer, deleted ones left out, in a new layer and under new ids: an id belongs to one layer for ever.
 * They refer to the same characters, so the new layer's text must be a copy of the old one's (its Yjs state, not its words).
 */
export function copyLayer(layer: Y.Doc): Y.Doc {
  const ids = new Map(readAnnotations(layer).map(({ id }) => [id, newId()]))
  const copy = new Y.Doc()
  copy.transact(() => {
    for (const root of LAYER_ROOTS) {
      const target = copy.getMap(root)
      layer.getMap(root).forEach((value, key) => {
        const old = annotationOf(key)
        const id = ids.get(old)
        if (id) target.set(id + key.slice(old.length), value)
      })
    }
  })
  return copy
}
