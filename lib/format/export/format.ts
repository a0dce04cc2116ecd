import type { Codebook } from '#/lib/codebook/codebook.ts'
import type { Excerpt } from '#/lib/excerpt/excerpt.ts'

/** What an export says about itself, and what it needs beyond the excerpts. */
export interface ExportContext {
  workspace: { id: string; name: string }
  /** Origin of this installation, for links: "https://interline.example". */
  origin: string
  /** ms since 1970. */
  exportedAt: number
  /** The filter as address parameters; empty for all excerpts. */
  filter: string
  codebook: Codebook
  /** What somebody called this version of the codebook; empty: nobody did. */
  codebookName: string
  /** Put `'` before cells that a spreadsheet would take for a formula. CSV only: the other formats say what is text. */
  escapeFormulas: boolean
}

/**
 * Writes excerpts in one format, piece by piece: nothing is held but the batch at hand (and small totals).
 *
 * @param batches excerpts in the order in which they are written
 */
export type ExportWriter = (batches: AsyncIterable<readonly Excerpt[]>, context: ExportContext) => AsyncGenerator<string | Uint8Array>
