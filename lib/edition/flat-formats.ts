import type * as Y from 'yjs'

/** Formats of characters by name, as stored in a flat text. */
export type Formats = Readonly<Record<string, unknown>>

/** A flat text (openers included) with the formats of its characters. */
export interface FormattedText {
  text: string
  /** Stretches of equal formats, in order, covering the whole text. */
  stretches: readonly { length: number; formats: Formats }[]
}

const NONE: Formats = {}

/** Reads a flat text with its formats. What is no text is left out, as everywhere. */
export function readFormatted(text: Y.Text): FormattedText {
  const ops = (text.toDelta() as { insert: unknown; attributes?: Formats }[]).filter((op) => typeof op.insert === 'string')
  return {
    text: ops.map((op) => op.insert).join(''),
    stretches: ops.map((op) => ({ length: (op.insert as string).length, formats: op.attributes ?? NONE })),
  }
}

/** Whether nothing in the text is formatted: a plain text file says nothing about headings or bold, also not that there are none. */
export function isPlain({ stretches }: FormattedText): boolean {
  return stretches.every(({ formats }) => Object.keys(formats).length === 0)
}

/** Walks through the formats of a text from left to right. */
export class FormatCursor {
  readonly #stretches: FormattedText['stretches']
  #at = 0
  /** Characters of the present stretch that lie behind. */
  #used = 0

  constructor({ stretches }: FormattedText) {
    this.#stretches = stretches
  }

  /** Formats of the next characters, and how many have them at most. */
  get formats(): Formats {
    return this.#stretches[this.#at]?.formats ?? NONE
  }
  get left(): number {
    const stretch = this.#stretches[this.#at]
    return stretch ? stretch.length - this.#used : Number.POSITIVE_INFINITY
  }

  /** Goes on by `length` characters. */
  advance(length: number): void {
    this.#used += length
    while (this.#at < this.#stretches.length && this.#used >= this.#stretches[this.#at]!.length) {
      this.#used -= this.#stretches[this.#at]!.length
      this.#at++
    }
  }

  /** The next `length` characters as pieces of equal formats; goes on behind them. */
  *take(length: number): Generator<{ length: number; formats: Formats }> {
    for (let rest = length; rest > 0; ) {
      const piece = { length: Math.min(rest, this.left), formats: this.formats }
      this.advance(piece.length)
      rest -= piece.length
      yield piece
    }
  }
}

/** What to set so that `from` becomes `to` (null removes); null when nothing. */
export function formatChange(from: Formats, to: Formats): Record<string, unknown> | null {
  if (from === to) return null
  const change: Record<string, unknown> = {}
  for (const name of Object.keys(from)) if (!(name in to)) change[name] = null
  for (const [name, value] of Object.entries(to)) if (from[name] !== value) change[name] = value
  return Object.keys(change).length > 0 ? change : null
}
