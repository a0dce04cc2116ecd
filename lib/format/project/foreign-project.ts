import type { FactField } from '#/lib/annotation/model.ts'
import type { ActorRole, Stance } from '#/lib/codebook/codebook.ts'
import type { Book } from '#/lib/format/codebook/book.ts'
import type { TextBlock } from '#/lib/text/block.ts'

/** A tag as another program says it. `code`: it does not tell actors from themes; whoever imports says what its codes are. */
export type ForeignTag =
  | { kind: 'actor'; path: readonly string[]; role: ActorRole | null }
  | { kind: 'theme'; path: readonly string[]; stance: Stance | null }
  | { kind: 'code'; path: readonly string[] }

/** A statement about one passage, as another program says it. */
export interface ForeignStatement {
  /** UTF-16 offsets into the text of its document, end exclusive; null: only the words are known, or the positions were wrong. */
  range: { start: number; end: number } | null
  /** The words; with a range they are the text's own. */
  quote: string
  /** What stands beside them, as far as the file says. */
  prefix: string
  suffix: string
  /** Names from the top of a tree to the tag itself, never empty. */
  tags: readonly ForeignTag[]
  /** Values as a layer keeps them, see `isFact`. */
  facts: Partial<Record<FactField, string>>
  memo: string
  /** Who made it there; empty when unknown. Statements are imported in the name of who imports. */
  by: string
  /** When it was made, ms since 1970; absent when the file does not say. */
  at?: number
}

/** A document as another program has it, or names it. */
export interface ForeignDocument {
  /** The text with "\n" between paragraphs; null: the file only refers to a document, by what follows. */
  text: string | null
  title: string
  /** Id in a workspace of ours, when the file names one. */
  id: string | null
  url: string
  /** BCP 47; null when unknown. */
  language: string | null
  publishedOn: string | null
  author: string
  outlet: string
  statements: readonly ForeignStatement[]
  /** The same text as clean blocks, `text` being their `blocksText`; absent: every line is a paragraph. */
  blocks?: readonly TextBlock[]
  /** What sort of source it is, free text. */
  kind?: string
  /** What was noted about the whole of it. */
  memo?: string
  /** The file its text came in; absent: its text is kept as one. */
  file?: { name: string; bytes: Uint8Array }
}

/** What a file of another program holds, as far as Interline has a place for it. */
export interface ForeignProject {
  /** What it is called there; absent when it has no name. */
  name?: string
  /** Its codebook; tags name its entries by their paths. Absent: the tags are all it says of one. */
  book?: Book
  documents: readonly ForeignDocument[]
  /** What was noted about the project itself. */
  memo?: string
  /** One sentence each about what was not understood or left out. */
  notes: readonly string[]
}

/** A file that could be read. */
export interface ReadForeign extends ForeignProject {
  ok: true
}
