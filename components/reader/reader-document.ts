/** A document as the reader shows it. */
export interface ReaderDocument {
  id: string
  title: string
  outlet: string
  author: string
  /** YYYY-MM-DD, or null when not known. */
  publishedOn: string | null
  /** http or https; empty when there is none. */
  url: string
  kind: string
  /** BCP 47, "und" when not known. */
  language: string
  direction: 'ltr' | 'rtl'
  /** As last projected. */
  wordCount: number
  updatedAt: Date
  /** The file it came from, if any. */
  original: { fileName: string; byteSize: number; notes: readonly string[] } | null
}
