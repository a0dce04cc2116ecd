import * as Y from 'yjs'
import { buildIdIndex, flatRuns, type IdIndex } from '#/lib/anchor/id-index.ts'

/**
 * A caret by identity, small enough for awareness: the character it stands beside, and on which side of it. -1: right
 * after that character; 1: right before it. Carets stand after the character before them, so text typed there by others
 * does not push them.
 */
export type Caret = [client: number, clock: number, side: -1 | 1]

/** The caret at a flat index (see positions.ts `toFlat`). Null for an empty text. */
export function captureCaret(source: Y.Text | IdIndex, flat: number): Caret | null {
  const index = source instanceof Y.Text ? buildIdIndex(source) : source
  const [before] = flat > 0 ? flatRuns(index, flat - 1, flat) : []
  if (before) return [before[0], before[1], -1]
  const [after] = flatRuns(index, flat, flat + 1)
  return after ? [after[0], after[1], 1] : null
}

/** The flat index of a caret now; where its character stood when it is deleted; null when it has not been received. */
export function resolveCaret(source: Y.Text | IdIndex, [client, clock, side]: Caret): number | null {
  const index = source instanceof Y.Text ? buildIdIndex(source) : source
  const { store } = index.text.doc!
  if (Y.getState(store, client) <= clock) return null
  const item = Y.getItem(store, Y.createID(client, clock)) as Y.Item | Y.GC
  const place = item instanceof Y.Item ? index.places.get(item) : undefined
  if (place === undefined) return null
  return (item as Y.Item).deleted ? place : place + clock - item.id.clock + (side === -1 ? 1 : 0)
}

/** Whether a value received through awareness is a caret. */
export function isCaret(value: unknown): value is Caret {
  return (
    Array.isArray(value) &&
    value.length === 3 &&
    Number.isSafeInteger(value[0]) &&
    Number.isSafeInteger(value[1]) &&
    (value[2] === 1 || value[2] === -1)
  )
}
