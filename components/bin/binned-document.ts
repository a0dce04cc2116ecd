/** A document in the bin as its page shows it. */
export interface BinnedDocument {
  id: string
  title: string
  language: string
  deletedAt: Date
  deletedBy: string | null
  /** When nothing brings it back any more. */
  goneAt: Date
  statements: number
  originals: number
  versions: number
}
