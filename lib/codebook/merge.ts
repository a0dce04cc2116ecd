import type { ActorAlias } from './codebook.ts'
import type { ThemePlace } from './theme-places.ts'

/** The two sorts of entries a codebook has. */
export type EntrySort = 'actor' | 'theme'

/** An entry that goes, and the one that stands for it. */
export interface Merge {
  from: string
  into: string
}

/** An actor that stands under another one than before. */
export interface MovedActor {
  id: string
  from: string | null
  to: string | null
}

/** A theme that stands elsewhere than before. */
export interface MovedTheme {
  id: string
  from: ThemePlace
  to: ThemePlace
}

/** How much of what belongs to an entry goes along with it. */
export interface Belongings {
  identifiers: number
  designations: number
  memberships: number
  memos: number
}

/** What belongs to an actor and is copied to the one it is merged into. */
export const COPIED = ['externalIds', 'designations', 'memberships', 'rejections'] as const
export type Copied = (typeof COPIED)[number]

/** A row that was copied: the copy's id, and that of the row it is a copy of. */
export interface Copy {
  what: Copied
  id: string
  of: string
}

/** What takes a merge back; kept in the change log of the codebook. */
export interface MergeUndo {
  kind: 'merge'
  sort: EntrySort
  merges: Merge[]
  movedActors: MovedActor[]
  movedThemes: MovedTheme[]
  copies: Copy[]
  /** Ids of memos that are now memos of the surviving entry, with whose they were. */
  memos: { id: string; of: string }[]
  /** The key that tags with a theme, when it went to the surviving one. */
  hotkey: { digit: number; of: string; to: string } | null
}

/** A tag that a split moved, where the two alone do not tell what it was. */
export interface SplitTag {
  documentId: string
  layerId: string
  /** Its key before, and the one it has. */
  from: string
  to: string
  /** What stood under `from` when a tag under `to` was there already; null: it was moved. */
  joined: object | null
}

/** What takes a split back. */
export interface SplitUndo {
  kind: 'split'
  sort: EntrySort
  from: string
  /** Ids of the entries it made. */
  into: string[]
  /** Names that left the entry because a new one has them. */
  aliases: Omit<ActorAlias, 'id'>[]
  /** Tags that were of merged entries, or became one; absent: none. */
  tags?: SplitTag[]
}

/** What a merge touches, said before it happens. */
export interface MergeImpact {
  /** Statements that have a tag of an entry that goes. */
  statements: number
  documents: number
  /** Those of them in which two tags become one. */
  joined: number
  /** Names that the surviving actor gets. */
  aliases: string[]
  /** Names of the entries below that move. */
  below: string[]
  /** Names of themes below that are merged because both have one of that name. */
  twins: string[]
  /** What else belongs to the entries that go. */
  along: Belongings
}
