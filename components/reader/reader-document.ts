import type { DocumentMetaInput } from '#/lib/document/check-meta.ts'
import type { Edition } from '#/lib/document/edition.ts'
import type { DocumentStatus } from '#/lib/document/status.ts'

/** A document as the reader shows it. */
export interface ReaderDocument extends DocumentMetaInput {
  id: string
  status: DocumentStatus
  /** As last projected. */
  wordCount: number
  updatedAt: Date
  /** As last projected: the text is another than that of the latest edition. */
  differs: boolean
  /** What it came from, the latest edition first; empty for a text made by hand. */
  editions: readonly Edition[]
}
