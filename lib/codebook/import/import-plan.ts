import type { BookSort } from '#/lib/format/codebook/book.ts'
import type { ActorKind } from '../actor-kinds.ts'
import type { Theme } from '../codebook.ts'
import type { WholeActor } from '../whole-codebook.ts'

/** An entry that an import makes (`before` null) or changes. */
export interface ImportStep<T> {
  before: T | null
  after: T
}

/** What a file does to a codebook. What the codebook has and the file does not stays as it is. */
export interface ImportPlan {
  /** Kinds that are added. */
  kinds: ActorKind[]
  /** Parents before what is below them. */
  actors: ImportStep<WholeActor>[]
  themes: ImportStep<Theme>[]
  /** What the entries of the file are here: ids by the file's keys. Entries without a name are not among them. */
  ids: Record<BookSort, Map<string, string>>
  /** Entries of the file that are here word for word. */
  unchanged: number
  /** Names, places and keys that two entries want, and who gets them; one sentence each. */
  clashes: string[]
  /** What of the file is left out or changed; one sentence each. */
  lost: string[]
}

export interface ImportContext {
  /** Ids that an entry elsewhere or a deleted one has: entries of the file with such an id get another. */
  takenIds: ReadonlySet<string>
  /** Those of them that deleted entries of this codebook have. */
  deletedIds: ReadonlySet<string>
  /** Entries here that were merged into another, by their id: what stands for them now. */
  merged: Readonly<Record<string, string>>
  /** Makes an id for what is new. */
  newId(): string
}

/** What is kept of an import to take it back. */
export interface ImportUndo {
  kind: 'import'
  /** Slugs of kinds it added. */
  kinds: string[]
  actors: ImportStep<WholeActor>[]
  themes: ImportStep<Theme>[]
}
