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

/** A tag that got another key; `joined`: what it was, where one under the new key was there already. */
export interface MovedTag {
  from: string
  to: string
  joined: Stamp | null
}

/**
 * Gives tags of an actor or theme to other ones, keeping who tagged and when. Where somebody tagged the same annotation with
 * the new entry already, that tag stays and the old one goes.
 */
export function retag(layer: Y.Doc, { sort, isFrom, to }: Retagging, origin: unknown): MovedTag[] {
  const map = layerMap(layer, sort)
  const moved: MovedTag[] = []
  layer.transact(() => {
    for (const [key, value] of [...map.entries()] as [string, Stamp][]) {
      const annotationId = annotationOf(key)
      const target = to.get(annotationId)
      const [, entryId = '', ...rest] = key.split('|')
      if (target === undefined || entryId === target || !isFrom(entryId)) continue
      const next = [annotationId, target, ...rest].join('|')
      const isThere = map.has(next)
      if (!isThere) map.set(next, value as never)
      map.delete(key)
      moved.push({ from: key, to: next, joined: isThere ? value : null })
    }
  }, origin)
  return moved
}

/** Takes that back, where the tag is still there: as it is now, and those that were joined with it as they were. */
export function retagBack(layer: Y.Doc, sort: EntrySort, moved: readonly MovedTag[], origin: unknown): void {
  const map = layerMap(layer, sort)
  layer.transact(() => {
    const there = moved.filter(({ from, to }) => map.has(to) && !map.has(from))
    for (const { from, joined } of there) if (joined) map.set(from, joined as never)
    for (const { from, to, joined } of there)
      if (!joined) {
        map.set(from, map.get(to) as never)
        map.delete(to)
      }
  }, origin)
}
