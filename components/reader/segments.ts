import { NO_SLOT, SLOTS } from './rule-slots.ts'

/** A passage as it is painted. Hue 0 is neutral: a statement without a theme. See mark-hue.ts. */
export interface PaintedPassage {
  id: string
  /** ProseMirror positions, end exclusive. */
  from: number
  to: number
  /** One hue (0 to 20) and one slot per rule, see `assignSlots`. */
  hues: readonly number[]
  slots: readonly number[]
  /** A memo or a comment keeps the deeper ground, so that such words are seen without hovering. */
  noted: boolean
}

/** A rule under a stretch of text. */
export interface SegmentRule {
  hue: number
  /** The passage it belongs to. */
  id: string
}

/** A stretch of text under the same passages. */
export interface Segment {
  from: number
  to: number
  /** Ids of the passages here, in document order. */
  ids: string[]
  /** The rule in each slot; null where there is none. */
  rules: (SegmentRule | null)[]
  /** Hue of the ground: that of the passage that began last. */
  ground: number
  noted: boolean
  /** Rules that found no slot. */
  more: number
}

/**
 * Cuts overlapping passages into stretches under the same passages, so that each stretch is one element in the text.
 * @param passages sorted by `from`, then by `to` descending
 */
export function cutSegments(passages: readonly PaintedPassage[]): Segment[] {
  const cuts = [...new Set(passages.flatMap(({ from, to }) => [from, to]))].sort((a, b) => a - b)
  const segments: Segment[] = []
  let active: PaintedPassage[] = []
  let next = 0
  for (let i = 0; i + 1 < cuts.length; i++) {
    const from = cuts[i]!
    active = active.filter((passage) => passage.to > from)
    for (; next < passages.length && passages[next]!.from <= from; next++) active.push(passages[next]!)
    if (active.length > 0) segments.push(segmentOf(from, cuts[i + 1]!, active))
  }
  return segments
}

function segmentOf(from: number, to: number, active: readonly PaintedPassage[]): Segment {
  const rules = new Array<SegmentRule | null>(SLOTS).fill(null)
  let more = 0
  for (const passage of active) {
    passage.slots.forEach((slot, rule) => {
      if (slot === NO_SLOT) more += 1
      else rules[slot] = { hue: passage.hues[rule] ?? 0, id: passage.id }
    })
  }
  const last = active[active.length - 1]!
  return { from, to, ids: active.map(({ id }) => id), rules, ground: last.hues[0] ?? 0, noted: active.some(({ noted }) => noted), more }
}
