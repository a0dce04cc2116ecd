/** What became of a source that was read: the answer of POST /api/imports/<workspaceId>. */
export interface ImportedDocument {
  ok: true
  documentId: string
  title: string
  /** Number of blocks. */
  paragraphs: number
  /** Sentences about what was left out or guessed. */
  notes: string[]
  /** An older document with exactly this text; this one was imported all the same. */
  duplicateOf: { id: string; title: string } | null
}
