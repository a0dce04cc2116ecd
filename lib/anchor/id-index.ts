import * as Y from 'yjs'
import type { IdRun } from '#/lib/annotation/model.ts'

/** A visible piece of the text: consecutive characters of one Yjs item. */
interface Segment {
  /** Index of its first character in the flat text. */
  flat: number
  item: Y.Item
}

/**
 * Where every character of a text stands, by identity; built in one pass over the items. Valid until the next Yjs
 * transaction on the document, which may split and merge items.
 */
export interface IdIndex {
  readonly text: Y.Text
  /** Flat index of canonical offset 0: 1 when the text begins with its opener, as every sound text does. */
  readonly base: number
  /** Length of the canonical text in UTF-16 units. */
  readonly length: number
  /** Flat index of each item; of a dead one, where it stood. */
  readonly places: ReadonlyMap<Y.AbstractStruct, number>
  /** Visible pieces in order. */
  readonly segments: readonly Segment[]
}

/** Builds the index of a text: one walk over its items, alive and dead. */
export function buildIdIndex(text: Y.Text): IdIndex {
  const places = new Map<Y.Item, number>()
  const segments: Segment[] = []
  let flat = 0
  for (let item = text._start; item !== null; item = item.right) {
    places.set(item, flat)
    if (!item.deleted && item.countable) {
      segments.push({ flat, item })
      flat += item.length
    }
  }
  const first = segments[0]?.item.content
  const base = first instanceof Y.ContentString && first.str.startsWith('\n') ? 1 : 0
  return { text, base, length: flat - base, places, segments }
}

/** The runs of ids of the characters between two flat indexes. */
export function flatRuns(index: IdIndex, from: number, to: number): IdRun[] {
  const { segments } = index
  const runs: IdRun[] = []
  if (from >= to) return runs
  for (let i = segmentAt(index, from); i < segments.length; i++) {
    const { flat, item } = segments[i]!
    if (flat >= to) break
    const start = Math.max(from, flat)
    appendRun(runs, item.id.client, item.id.clock + start - flat, Math.min(to, flat + item.length) - start)
  }
  return runs
}

/** Adds a run to a list, joining it to the last one when it continues it. */
export function appendRun(runs: IdRun[], client: number, clock: number, length: number): void {
  const last = runs.at(-1)
  if (last && last[0] === client && last[1] + last[2] === clock) last[2] += length
  else runs.push([client, clock, length])
}

/** Whether the character at a flat index is a block's opening "\n". */
export function isOpener(index: IdIndex, flat: number): boolean {
  const segment = index.segments[segmentAt(index, flat)]
  const content = segment?.item.content
  return content instanceof Y.ContentString && content.str[flat - segment!.flat] === '\n'
}

/** Number of the segment that holds a flat index, or of the first one after it. */
function segmentAt({ segments }: IdIndex, flat: number): number {
  let low = 0
  let high = segments.length
  while (low < high) {
    const middle = (low + high) >> 1
    const segment = segments[middle]!
    if (segment.flat + segment.item.length <= flat) low = middle + 1
    else high = middle
  }
  return low
}
