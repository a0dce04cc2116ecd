import type { DocumentMetaInput } from '#/lib/document/check-meta.ts'

/** A document as the list shows it. */
export interface HomeDocument extends DocumentMetaInput {
  id: string
  wordCount: number
  /** Statements, as last projected. */
  excerptCount: number
  updatedAt: Date
  /** The text is another than that of the source. */
  differs: boolean
}
