/** A passage that is tagged with an actor or theme, with what it takes to judge it. */
export interface TaggedPassage {
  annotationId: string
  documentId: string
  /** Title, language (BCP 47) and direction of the document. */
  title: string
  language: string
  direction: 'ltr' | 'rtl'
  quote: string
  /** Whole words around it. */
  contextBefore: string
  contextAfter: string
  /** Who tagged it; null for somebody whose account is gone. */
  tagger: string | null
  /** The roles it has there, or the stance. */
  how: string[]
}
