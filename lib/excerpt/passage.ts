import type { OriginalWords } from '#/lib/anchor/original-words.ts'

/** A passage resolved to words: what the projection finds, the database keeps and people read. */
export interface ExcerptPassage extends OriginalWords {
  /** `orphan`: the words were deleted; `quote` is what they were, the offsets are null. */
  state: 'anchored' | 'orphan'
  /** Offsets into the canonical text, end exclusive, in UTF-16 units and in Unicode code points. */
  startUtf16: number | null
  endUtf16: number | null
  startPoint: number | null
  endPoint: number | null
  /** The words as the text has them; a hard line break is U+2028. */
  quote: string
  /** Up to 32 UTF-16 units on each side, to find the passage again. */
  prefix: string
  suffix: string
  /** The words when the passage was tagged or last re-anchored, at most 512 UTF-16 units. */
  taggedQuote: string
  /** All memos in order of time, with an empty line between them. */
  memo: string
}
