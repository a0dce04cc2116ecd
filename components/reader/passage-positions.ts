import type { StepMap } from '@tiptap/pm/transform'

/**
 * Editor positions of many passages, in two typed arrays: a keystroke shifts all of them in well under a millisecond,
 * where a decoration set of the whole document would be rebuilt. A row that is not in the text holds -1 in both.
 */
export class PassagePositions {
  from = new Int32Array(64)
  to = new Int32Array(64)
  /** Rows in use, including rows that hold no passage. */
  length = 0

  /** Puts a passage into a row; `from` < `to`, in ProseMirror positions. */
  set(row: number, from: number, to: number): void {
    this.reserve(row + 1)
    this.from[row] = from
    this.to[row] = to
  }

  /** Takes the passage of a row out of the text. */
  clear(row: number): void {
    this.set(row, -1, -1)
  }

  /** Whether a row's passage still covers something. */
  has(row: number): boolean {
    return row < this.length && this.from[row]! >= 0 && this.from[row]! < this.to[row]!
  }

  /**
   * Moves every passage through the changes of a transaction, by the rule its anchor follows: what is typed strictly
   * inside belongs to it, what is typed or put in place of its words at either edge does not. A passage whose words
   * are all deleted collapses to an empty range.
   */
  map(maps: readonly StepMap[]): void {
    for (const map of maps) {
      // Right to left: a range further left is then still where the map says it is.
      for (const { start, oldSize, newSize } of changedRanges(map).reverse()) this.shift(start, oldSize, newSize)
    }
  }

  private shift(start: number, oldSize: number, newSize: number): void {
    const { from, to, length } = this
    const oldEnd = start + oldSize
    const delta = newSize - oldSize
    for (let row = 0; row < length; row++) {
      const first = from[row]!
      if (first < 0) continue
      const last = to[row]!
      if (first >= oldEnd) from[row] = first + delta
      else if (first >= start) from[row] = start + newSize
      if (last > oldEnd) to[row] = last + delta
      else if (last > start) to[row] = start
      // The whole passage went: its start has passed its end.
      if (from[row]! > to[row]!) from[row] = to[row]!
    }
  }

  private reserve(rows: number): void {
    if (rows > this.from.length) {
      const capacity = Math.max(rows, this.from.length * 2)
      const from = new Int32Array(capacity)
      const to = new Int32Array(capacity)
      from.set(this.from)
      to.set(this.to)
      this.from = from
      this.to = to
    }
    for (let row = this.length; row < rows; row++) {
      this.from[row] = -1
      this.to[row] = -1
    }
    this.length = Math.max(this.length, rows)
  }
}

function changedRanges(map: StepMap): { start: number; oldSize: number; newSize: number }[] {
  const ranges: { start: number; oldSize: number; newSize: number }[] = []
  map.forEach((oldStart, oldEnd, newStart, newEnd) => {
    ranges.push({ start: oldStart, oldSize: oldEnd - oldStart, newSize: newEnd - newStart })
  })
  return ranges
}
