import type { WholeCodebook } from '#/lib/codebook/whole-codebook.ts'

/** What a codebook that is taken out says about itself. */
export interface BookContext {
  workspace: { id: string; name: string }
  /** ms since 1970. */
  exportedAt: number
}

/** Writes a codebook, piece by piece. */
export type BookWriter = (codebook: WholeCodebook, context: BookContext) => AsyncGenerator<string | Uint8Array>
