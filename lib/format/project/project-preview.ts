import type { ImportPreview } from '#/lib/codebook/import/import-preview.ts'

/** A document that a project of another program makes. */
export interface PreviewedDocument {
  title: string
  words: number
  statements: number
  /** Title of a document here with exactly this text; both are kept. Empty: there is none. */
  sameAs: string
}

/** A document here on which passages of a file would be put. */
export interface PreviewedReference {
  title: string
  /** Passages whose words were found, and those that somebody has tagged just so already. */
  found: number
  here: number
}

/** A passage, or all of a document, that would be left out. */
export interface LeftOut {
  /** Title or address of the document, as the file has it. */
  document: string
  /** The words, as the file has them; empty: it is about all of the document. */
  quote: string
  /** A sentence. */
  why: string
}

/** What would become of passages about documents whose text is not in the file. Lists are cut at `MOST_SHOWN`, counts are not. */
export interface PreviewedReferences {
  documents: { count: number; shown: PreviewedReference[] }
  found: number
  here: number
  /** Passages without a place, and documents that are not here, with all of theirs. */
  left: { count: number; shown: LeftOut[] }
}

/** What a project of another program would bring. The list of documents is cut at `MOST_SHOWN`, the counts are not. */
export interface ProjectPreview extends ImportPreview {
  ok: true
  /** What it is called in its file; empty when it has no name. */
  name: string
  documents: { count: number; shown: PreviewedDocument[] }
  /** Those of the new documents, and those that find their words in documents that are here. */
  statements: number
  onOthers: PreviewedReferences
}

/** What it brought. */
export interface ProjectImported {
  ok: true
  documents: number
  statements: number
  /** The version of the codebook with it; null when the codebook had all of it. */
  version: number | null
}
