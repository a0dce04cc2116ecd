/** One change of one value by the only person who writes it. */
export interface Entry {
  /** What was changed, such as `word/Ab3x12` or `memo/<annotation id>`. */
  readonly key: string
  /** What it was set to; null: taken away. */
  readonly value: string | null
  /** The server said that it has it. */
  acknowledged: boolean
}

/**
 * Everything that was done to a document and what became of it, as the people who did it know. A value has one writer, so
 * that the order of its entries is the order in which they count.
 */
export class Ledger {
  readonly entries: Entry[] = []

  write(key: string, value: string | null): Entry {
    const entry = { key, value, acknowledged: false }
    this.entries.push(entry)
    return entry
  }

  get acknowledged(): number {
    return this.entries.reduce((sum, entry) => sum + (entry.acknowledged ? 1 : 0), 0)
  }
}
