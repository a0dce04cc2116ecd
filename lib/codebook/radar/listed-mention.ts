import type { IdRun } from '#/lib/annotation/model.ts'

/** A mention in a text, with what it takes to show it and to find it again after edits. */
export interface FoundMention {
  /** Canonical UTF-16 offsets, end exclusive. */
  start: number
  end: number
  actorIds: readonly string[]
  words: string
  /** Words around it for people to read, within its paragraph. */
  before: string
  after: string
  /** Its characters, by identity. */
  runs: IdRun[]
}

/** An untagged mention in the list of a workspace. */
export interface ListedMention extends FoundMention {
  documentId: string
}

/** What the list is narrowed to; null: all. */
export interface MentionFilter {
  actorId: string | null
  documentId: string | null
}

/** A document as the list shows it. */
export interface MentionDocument {
  id: string
  title: string
  language: string
  direction: 'ltr' | 'rtl'
  publishedOn: string | null
}

/** A page of the untagged mentions of a workspace, and how many there are. */
export interface MentionPage {
  mentions: ListedMention[]
  /** Documents of the mentions of this page. */
  documents: MentionDocument[]
  /** To ask for the next page with; null: this is the last. */
  next: string | null
  total: number
  /** How many by actor within the document that is chosen, and by document within the actor. */
  byActor: { actorId: string; count: number }[]
  byDocument: { documentId: string; title: string; count: number }[]
}
