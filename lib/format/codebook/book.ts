import type { ActorKind } from '#/lib/codebook/actor-kinds.ts'
import type { ActorAlias, EntryState } from '#/lib/codebook/codebook.ts'
import type { WholeDesignation, WholeExternalId, WholeMembership } from '#/lib/codebook/whole-codebook.ts'
import type { RefusedSource } from '#/lib/format/import/import-result.ts'

/** What a file says of an entry. What is absent the file does not speak of: it stays as it is. */
interface BookEntry {
  /** Unique among the entries of its sort in the file: the id, where the file has one. */
  key: string
  /** The entry's id as a lower-case UUID; null when the file has none. */
  id: string | null
  name: string
  /** `key` of the entry above, or null at the top. */
  parentKey: string | null
  hue?: number | null
  state?: EntryState
}

export type BookAlias = Omit<ActorAlias, 'id'>

export interface BookMembership extends Omit<WholeMembership, 'groupId'> {
  /** `key` of an actor of the file, otherwise the name of one. */
  group: string
}

export interface BookActor extends BookEntry {
  /** Slug or name of a kind. */
  kind?: string
  description?: string
  aliases?: BookAlias[]
  memberships?: BookMembership[]
  externalIds?: WholeExternalId[]
  designations?: WholeDesignation[]
}

export interface BookTheme extends BookEntry {
  definition?: string
  include?: string
  exclude?: string
  examples?: string[]
  hotkey?: number | null
}

/** A codebook as a file says it. Entries stand in the order of the file. */
export interface Book {
  /** The version of the codebook it was taken from; null when the file does not say. */
  version: number | null
  /** Kinds the file explains; actors may name others. */
  kinds: ActorKind[]
  actors: BookActor[]
  themes: BookTheme[]
}

/** What entries are taken for in a file that does not say. */
export type BookSort = 'actor' | 'theme'

export interface ReadBook {
  ok: true
  book: Book
  /** One sentence each about what was not understood or left out. */
  notes: string[]
}

/** Reads the bytes of a file. */
export type BookReader = (bytes: Uint8Array, unsaid: BookSort) => Promise<ReadBook | RefusedSource> | ReadBook | RefusedSource
