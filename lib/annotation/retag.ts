import type * as Y from 'yjs'
import { annotationOf, layerMap } from '#/lib/annotation/layer.ts'
import type { Stamp } from '#/lib/annotation/model.ts'
import type { EntrySort } from '#/lib/codebook/merge.ts'

interface Retagging {
  sort: EntrySort
  /** Whether a tag with this id counts as one of the entry that is left: its own id, and those merged into it. */
  isFrom(entryId: string): boolean
  /** Per annotation, the entry that its tags go to; what is not in it stays as it is. */
  to: ReadonlyMap<string, string>
}

/**
 * Gives tags of an actor or theme to other ones, keeping who tagged and when. Where somebody tagged the same annotation with
 * the new entry already, that tag stays and the old one goes.
 * @returns ids of the annotations that had such a tag
 */
export function retag(layer: Y.Doc, { sort, isFrom, to }: Retagging, origin: unknown): string[] {
  const map = layerMap(layer, sort)
  const changed = new Set<string>()
  layer.transact(() => {
    for (const [key, value] of [...map.entries()] as [string, Stamp][]) {
      const annotationId = annotationOf(key)
      const target = to.get(annotationId)
      const [, entryId = '', ...rest] = key.split('|')
      if (target === undefined || entryId === target || !isFrom(entryId)) continue
      const next = [annotationId, target, ...rest].join('|')
      if (!map.has(next)) map.set(next, value as never)
      map.delete(key)
      changed.add(annotationId)
    }
  }, origin)
  return [...changed]
}
