import type { EditionReport } from '#/lib/edition/report.ts'

/** Which file somebody is deciding about: the number it is kept under, and the hash of its bytes (hex SHA-256). */
export interface EditionKey {
  edition: number
  sha256: string
}

/** A file that was read and compared with the present text: the answer of POST /api/editions/<documentId>. */
export interface OfferedEdition {
  ok: true
  /** Null when there is nothing to apply: the text is the same. */
  key: EditionKey | null
  fileName: string
  /** Sentences about what was left out or guessed while reading it. */
  notes: string[]
  report: EditionReport
}
