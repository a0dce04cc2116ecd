import type { DocumentMetaInput } from '#/lib/document/check-meta.ts'

/** A document as the reader shows it. */
export interface ReaderDocument extends DocumentMetaInput {
  id: string
  /** As last projected. */
  wordCount: number
  updatedAt: Date
  /** The file it came from, if any. */
  original: { fileName: string; byteSize: number; notes: readonly string[] } | null
}
