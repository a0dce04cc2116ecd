import type { IdRun } from '#/lib/annotation/model.ts'
import type { Edition } from '#/lib/document/edition.ts'

/** The text of an edition of a document's source: the answer of GET /api/originals/[documentId]/text. */
export interface OriginalAnswer {
  edition: number
  /** Canonical form. */
  text: string
  /** Ids of its characters in the live text, in order; null when they are not known. */
  runs: IdRun[] | null
  /** All editions, newest first; times in ISO 8601. */
  editions: (Omit<Edition, 'importedAt'> & { importedAt: string })[]
}
