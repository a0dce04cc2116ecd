import type { Facts } from '#/lib/annotation/facts.ts'
import type { ActorTag, ThemeTag } from '#/lib/annotation/model.ts'
import type { WholeCodebook } from '#/lib/codebook/whole-codebook.ts'
import type { DocumentMetaInput } from '#/lib/document/check-meta.ts'
import type { DocumentStatus } from '#/lib/document/status.ts'
import type { Thread } from '#/lib/talk/thread.ts'
import type { TextBlock } from '#/lib/text/block.ts'

/** What a workspace is to another program: what all its documents share. The documents come one by one, see `ExchangeSource`. */
export interface ExchangeProject {
  workspace: { id: string; name: string }
  codebook: WholeCodebook
  /** What somebody called this version of the codebook; empty: nobody did. */
  codebookName: string
  /** Everybody who is named by id in a document: members, and people who wrote here before they left. */
  people: readonly { id: string; name: string }[]
  /** ms since 1970. */
  exportedAt: number
  /** Origin of this installation, for links: "https://interline.example". */
  origin: string
  /** What was asked for, as address parameters; empty for everything. */
  filter: string
}

/** A statement about one passage, with who said what of it. Times in ms since 1970. */
export interface ExchangeStatement {
  id: string
  layerId: string
  by: string
  createdAt: number
  modifiedAt: number
  /** UTF-16 offsets into the text of its document, end exclusive, never inside a surrogate pair; null when its words were deleted. */
  range: { start: number; end: number } | null
  /** The words there, whole; of a detached statement those it was put on, at most 512 UTF-16 units. */
  quote: string
  /** Up to 32 UTF-16 units on each side. */
  prefix: string
  suffix: string
  /** The words when it was made or last re-anchored, at most 512 UTF-16 units. */
  taggedQuote: string
  /** Of merged entries what stands for them; each with everyone who put it. */
  actors: readonly ActorTag[]
  themes: readonly ThemeTag[]
  facts: Facts
  memos: readonly { by: string; at: number; text: string }[]
}

/** A document with its text as it is now and everything said of it that the asking person may see. */
export interface ExchangeDocument extends DocumentMetaInput {
  id: string
  status: DocumentStatus
  createdBy: string
  /** ms since 1970. */
  createdAt: number
  /** Canonical form: equal to `blocksText(blocks)`; one "\n" between blocks, hard line breaks U+2028. */
  text: string
  blocks: readonly TextBlock[]
  /** In order of the text, detached ones last. */
  statements: readonly ExchangeStatement[]
  /** The discussions of statements, also of those that are gone. */
  threads: readonly Thread[]
}

/** Where an export reads from. Nothing is held but the document at hand. */
export interface ExchangeSource {
  project: ExchangeProject
  /** Each time from the first, in the order of excerpts. A document that is deleted meanwhile is left out. */
  documents(): AsyncGenerator<ExchangeDocument>
}

/** Writes a project in one format, piece by piece. */
export type ProjectWriter = (source: ExchangeSource) => AsyncGenerator<string | Uint8Array>
