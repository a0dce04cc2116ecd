/** An edition of a document's source that was applied to its text. Edition 1 is the import. */
export interface Edition {
  edition: number
  fileName: string
  /** The format that read it: txt, md, html, docx, pdf or paste. */
  format: string
  /** Encoding the bytes were read with, for text formats; otherwise empty. */
  encoding: string
  byteSize: number
  importedAt: Date
  /** Hex SHA-256 of its text as UTF-8. */
  textSha256: string
  /** Sentences about what the importer left out or guessed. */
  notes: string[]
}
