import type { ImportPreview } from '#/lib/codebook/import/import-preview.ts'

/** A document that a project of another program makes. */
export interface PreviewedDocument {
  title: string
  words: number
  statements: number
  /** Title of a document here with exactly this text; both are kept. Empty: there is none. */
  sameAs: string
}

/** What a project of another program would bring. The list of documents is cut at `MOST_SHOWN`, the counts are not. */
export interface ProjectPreview extends ImportPreview {
  ok: true
  /** What it is called in its file; empty when it has no name. */
  name: string
  documents: { count: number; shown: PreviewedDocument[] }
  statements: number
}

/** What it brought. */
export interface ProjectImported {
  ok: true
  documents: number
  statements: number
  /** The version of the codebook with it; null when the codebook had all of it. */
  version: number | null
}
