/** A document as the list shows it. */
export interface HomeDocument {
  id: string
  title: string
  outlet: string
  author: string
  /** YYYY-MM-DD, or null when not known. */
  publishedOn: string | null
  url: string
  kind: string
  /** BCP 47, "und" when not known. */
  language: string
  direction: 'ltr' | 'rtl'
  wordCount: number
  /** Statements, as last projected. */
  excerptCount: number
  updatedAt: Date
}
