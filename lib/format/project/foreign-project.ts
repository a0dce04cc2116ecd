import type { FactField } from '#/lib/annotation/model.ts'
import type { ActorRole, Stance } from '#/lib/codebook/codebook.ts'

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
}

/** What a file of another program holds, as far as Interline has a place for it. */
export interface ForeignProject {
  documents: readonly ForeignDocument[]
  /** One sentence each about what was not understood or left out. */
  notes: readonly string[]
}
