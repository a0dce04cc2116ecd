import { cleanSourceText } from '#/lib/format/import/clean-source-text.ts'
import { LINE_BREAK, type TextBlock, type TextSpan } from '#/lib/text/block.ts'
import { type BlockKind, blockKind } from '#/lib/text/block-code.ts'

type Format = Omit<TextSpan, 'text'>

/** A stretch of the source and where it went; one character of the one is one of the other. */
interface Stretch {
  source: number
  length: number
  /** UTF-16 offset into the canonical text. */
  canonical: number
}

interface Part {
  /** Where it stands in the source; null: it was put in. */
  source: number | null
  text: string
  format: Format
}

/** A text with the way from offsets of its source to offsets here, both in UTF-16 units. */
export interface PlacedText {
  blocks: TextBlock[]
  /**
   * A range of the source in the canonical text; null when nothing of it was kept. Ends in what was left out (white space at the ends of
   * lines, empty lines) move to the words within.
   */
  rangeOf(start: number, end: number): { start: number; end: number } | null
}

/**
 * Builds the blocks of a text and remembers where each character came from: what other programs coded is told by offsets into
 * their text, which is not quite the one that is kept.
 */
export class PlacedTextWriter {
  readonly #blocks: TextBlock[] = []
  readonly #stretches: Stretch[] = []
  #kind: BlockKind = blockKind(null)
  #parts: Part[] = []
  /** Length of the canonical text so far, with the mark before the next block. */
  #length = 0

  /** Ends the open block; what follows is of this kind. */
  start(kind: BlockKind = blockKind(null)): void {
    this.#close()
    this.#kind = kind
  }

  /** Adds text as it is, but for what no text may hold. @param source where it stands in the source; null: nowhere */
  write(text: string, source: number | null, format: Format = {}): void {
    for (const kept of text.matchAll(KEPT)) {
      this.#parts.push({
        source: source === null ? null : source + kept.index,
        text: cleanSourceText(kept[0]).replaceAll('\n', LINE_BREAK),
        format,
      })
    }
  }

  lineBreak(source: number | null): void {
    this.#parts.push({ source, text: LINE_BREAK, format: {} })
  }

  finish(): PlacedText {
    this.#close()
    const stretches = this.#stretches
    return { blocks: this.#blocks, rangeOf: (start, end) => rangeIn(stretches, start, end) }
  }

  #close(): void {
    const parts = trimmed(this.#parts)
    this.#parts = []
    if (parts.length === 0) return
    const spans: TextSpan[] = []
    for (const { source, text, format } of parts) {
      if (source !== null) this.#stretches.push({ source, length: text.length, canonical: this.#length })
      this.#length += text.length
      const last = spans.at(-1)
      if (last && last.bold === format.bold && last.italic === format.italic && last.href === format.href) last.text += text
      else spans.push({ text, ...format })
    }
    this.#length++
    this.#blocks.push({ ...this.#kind, spans })
  }
}

// biome-ignore lint/suspicious/noControlCharactersInRegex: what XML forbids no text may hold
const KEPT = /[^\u0000-\u0008\u000b\u000c\u000e-\u001f\ufeff\ufffe\uffff]+/g

/** Without white space at the ends of the block. */
function trimmed(parts: readonly Part[]): Part[] {
  const text = parts.map((part) => part.text).join('')
  const start = text.length - text.replace(/^[\s\u2028]+/, '').length
  const end = start + text.trim().length
  const kept: Part[] = []
  let at = 0
  for (const part of parts) {
    const from = Math.max(0, start - at)
    const words = part.text.slice(from, Math.max(0, end - at))
    if (words !== '') kept.push({ ...part, text: words, source: part.source === null ? null : part.source + from })
    at += part.text.length
  }
  return kept
}

function rangeIn(stretches: readonly Stretch[], start: number, end: number): { start: number; end: number } | null {
  const first = stretches[firstEndingAfter(stretches, start)]
  if (!first || first.source >= end) return null
  const last = stretches[lastBefore(stretches, end)] as Stretch
  const from = first.canonical + Math.max(0, start - first.source)
  const to = last.canonical + Math.min(last.length, end - last.source)
  return to > from ? { start: from, end: to } : null
}

/** Index of the first stretch that ends after an offset of the source. */
function firstEndingAfter(stretches: readonly Stretch[], offset: number): number {
  return bound(stretches, (one) => one.source + one.length > offset)
}

/** Index of the last stretch that begins before an offset. */
function lastBefore(stretches: readonly Stretch[], offset: number): number {
  return bound(stretches, (one) => one.source >= offset) - 1
}

/** Index of the first for which it holds; it holds for all after it. */
function bound(stretches: readonly Stretch[], holds: (one: Stretch) => boolean): number {
  let low = 0
  let high = stretches.length
  while (low < high) {
    const middle = (low + high) >> 1
    if (holds(stretches[middle] as Stretch)) high = middle
    else low = middle + 1
  }
  return low
}

const LINE_END = /\r\n|[\n\r\u0085\u2029\f]/g

/** The paragraphs of plain text, one a line; offsets are of the text as it was given, with its byte order mark and line ends. */
export function placedLines(text: string): PlacedText {
  const writer = new PlacedTextWriter()
  let from = 0
  for (const end of text.matchAll(LINE_END)) {
    writer.write(text.slice(from, end.index), from)
    writer.start()
    from = end.index + end[0].length
  }
  writer.write(text.slice(from), from)
  return writer.finish()
}
