/** Lanes shown side by side; passages in deeper lanes join the heat strip. */
export const VISIBLE_LANES = 6

/** A passage in the margin. Offsets of one kind, end exclusive. */
export interface LanedPassage {
  from: number
  to: number
}

/**
 * The lane of every passage: longest first, so it lies nearest the text (lane 0), each in the first lane where nothing
 * else is. Works on text offsets, not on pixels, so bars keep their lane while the page scrolls or wraps anew.
 * @param apart passages that come closer than this many characters may share a line of text, so they may not share a
 *   lane: about one line
 * @returns lane numbers in the order of `passages`
 */
export function assignLanes(passages: readonly LanedPassage[], apart: number): number[] {
  const order = passages.map((_, index) => index)
  const length = (index: number): number => passages[index]!.to - passages[index]!.from
  order.sort((a, b) => length(b) - length(a) || passages[a]!.from - passages[b]!.from || a - b)
  const lanes: Lane[] = []
  const laneOf = new Array<number>(passages.length).fill(0)
  for (const index of order) {
    const { from, to } = passages[index]!
    let lane = lanes.findIndex((candidate) => candidate.isFree(from - apart, to + apart))
    if (lane === -1) lane = lanes.push(new Lane()) - 1
    lanes[lane]!.take(from, to)
    laneOf[index] = lane
  }
  return laneOf
}

/** Ranges that do not overlap, in order. */
class Lane {
  private readonly starts: number[] = []
  private readonly ends: number[] = []

  isFree(from: number, to: number): boolean {
    const next = this.after(from)
    return (next === this.starts.length || this.starts[next]! >= to) && (next === 0 || this.ends[next - 1]! <= from)
  }

  take(from: number, to: number): void {
    const next = this.after(from)
    this.starts.splice(next, 0, from)
    this.ends.splice(next, 0, to)
  }

  /** Index of the first range that starts after `at`. */
  private after(at: number): number {
    let low = 0
    let high = this.starts.length
    while (low < high) {
      const middle = (low + high) >> 1
      if (this.starts[middle]! <= at) low = middle + 1
      else high = middle
    }
    return low
  }
}

/** A bar on the page, px from the top of the margin. */
export interface PlacedBar {
  id: string
  top: number
  bottom: number
  lane: number
}

/**
 * Where labels stand: at the first line of their bar, pushed down by a label's height on a clash. A label that would
 * stand below the end of its bar is left out (it shows on hover).
 * @returns px from the top of the margin by id; null where the label is left out
 */
export function placeLabels(bars: readonly PlacedBar[], labelHeight: number): Map<string, number | null> {
  const places = new Map<string, number | null>()
  let free = Number.NEGATIVE_INFINITY
  for (const bar of [...bars].sort((a, b) => a.top - b.top || a.lane - b.lane)) {
    const top = Math.max(bar.top, free)
    const fits = top === bar.top || top < bar.bottom
    places.set(bar.id, fits ? top : null)
    if (fits) free = top + labelHeight
  }
  return places
}

/** A stretch of the margin with more bars than lanes. */
export interface HeatStrip {
  top: number
  bottom: number
  /** How many passages it stands for. */
  count: number
}

/** Joins the bars in lanes beyond {@link VISIBLE_LANES} into strips that do not touch. */
export function heatStrips(bars: readonly PlacedBar[]): HeatStrip[] {
  const strips: HeatStrip[] = []
  for (const bar of bars.filter(({ lane }) => lane >= VISIBLE_LANES).sort((a, b) => a.top - b.top)) {
    const last = strips[strips.length - 1]
    if (last && bar.top <= last.bottom) {
      last.bottom = Math.max(last.bottom, bar.bottom)
      last.count += 1
    } else strips.push({ top: bar.top, bottom: bar.bottom, count: 1 })
  }
  return strips
}
