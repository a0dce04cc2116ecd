import { splitsPair } from '#/lib/anchor/capture.ts'
import { indexOriginal, originalRange } from '#/lib/anchor/original.ts'
import type { Origins } from '#/lib/anchor/origins.ts'
import { codePointOffsets } from '#/lib/annotation/code-points.ts'
import type { IdRun } from '#/lib/annotation/model.ts'

/** The text of an edition of the source, as it was extracted from the file. */
export interface OriginalText {
  edition: number
  text: string
  /** Ids of its characters, in order; null when they are not known. */
  runs: readonly IdRun[] | null
}

/** What stood in the source where a passage's words came from. All null when none of its words came from it. */
export interface OriginalWords {
  originalEdition: number | null
  /** UTF-16 units and Unicode code points into the text of that edition, end exclusive. */
  originalStart: number | null
  originalEnd: number | null
  originalStartPoint: number | null
  originalEndPoint: number | null
  originalQuote: string | null
}

export const NO_ORIGINAL_WORDS: OriginalWords = {
  originalEdition: null,
  originalStart: null,
  originalEnd: null,
  originalStartPoint: null,
  originalEndPoint: null,
  originalQuote: null,
}

/**
 * Answers for the runs of a passage what the source said there: in the newest edition that has words of it. Also of a
 * passage whose words are all gone from the live text.
 *
 * @param originals editions that were applied to the text, in any order
 */
export function originalWordsFinder(originals: readonly OriginalText[], origins: Origins): (runs: readonly IdRun[]) => OriginalWords {
  const editions = originals
    .toSorted((a, b) => b.edition - a.edition)
    .flatMap(({ edition, text, runs }) =>
      runs ? [{ edition, text, index: indexOriginal({ text, runs }, origins), toPoint: codePointOffsets(text) }] : [],
    )
  return (passage) => {
    for (const { edition, text, index, toPoint } of editions) {
      const range = originalRange(index, passage, origins)
      if (!range) continue
      const start = splitsPair(text, range.start) ? range.start - 1 : range.start
      const end = splitsPair(text, range.end) ? range.end + 1 : range.end
      const quote = text.slice(start, end)
      // A space that stayed between other words quotes nothing.
      if (quote.trim() === '') continue
      return {
        originalEdition: edition,
        originalStart: start,
        originalEnd: end,
        originalStartPoint: toPoint(start),
        originalEndPoint: toPoint(end),
        originalQuote: quote,
      }
    }
    return NO_ORIGINAL_WORDS
  }
}
