import type { DocumentMetaInput } from '#/lib/document/check-meta.ts'
import type { Edition } from '#/lib/document/edition.ts'

/** A document as the reader shows it. */
export interface ReaderDocument extends DocumentMetaInput {
  id: string
  /** As last projected. */
  wordCount: number
  updatedAt: Date
  /** What it came from, the latest edition first; empty for a text made by hand. */
  editions: readonly Edition[]
}
