import type { Certainty, PlacePrecision, Status } from '#/lib/annotation/facts.ts'
import type { ActorRole, Stance } from '#/lib/codebook/codebook.ts'
import type { Validity } from '#/lib/codebook/validity.ts'
import type { DocumentStatus } from '#/lib/document/status.ts'

/** The invented analysts of the sample workspace, by the short name the data uses. */
export type SampleAnalyst = 'layla' | 'dmitri' | 'maren'

export interface SampleSource {
  /** Name of the Markdown file in `sources/`, without the ending. */
  file: string
  /** Kind of the document; everything else about it is front matter of the file. */
  kind: string
  status: DocumentStatus
  /** How much of it each analyst has read, 0 to 1. */
  read: Partial<Record<SampleAnalyst, number>>
  tags: readonly SampleTag[]
}

/** One statement about one passage. */
export interface SampleTag {
  by: SampleAnalyst
  /** The exact words, as they stand in the text; LINE SEPARATOR and "\n" as in canonical text. */
  quote: string
  /** Which occurrence of the words, from 1; absent: they occur once. */
  nth?: number
  /** Actors by their own name. */
  actors?: readonly (readonly [name: string, role: ActorRole])[]
  /** Themes by name; every name occurs once in the sample's tree. */
  themes?: readonly (readonly [name: string, stance: Stance])[]
  memo?: string
  facts?: SampleFacts
}

/** What a statement says of its event. */
export interface SampleFacts {
  status?: Status
  certainty?: Certainty
  /** EDTF. */
  date?: string
  place?: string
  /** Latitude and longitude, degrees. */
  point?: readonly [latitude: number, longitude: number]
  precision?: PlacePrecision
  /** Who reports whom, from who tells us to who saw it: actors by their own name, others by theirs. */
  reportedBy?: readonly string[]
}

export interface SampleActor {
  name: string
  /** `slug` of a shipped kind. */
  kind: string
  /** Name of an actor earlier in the list. */
  parent?: string
  description?: string
  /** The language of a plain name is read off its script. */
  aliases: readonly (string | SampleAlias)[]
  /** Register and identifier. */
  externalIds?: readonly (readonly [scheme: string, value: string])[]
  designations?: readonly (Partial<Validity> & { label: string; issuer: string; source?: string })[]
  /** Groups by the name of their actor, anywhere in the list. */
  memberOf?: readonly (Partial<Validity> & { group: string; note?: string })[]
}

/** Another name with the days on which it was in use. */
export interface SampleAlias extends Partial<Validity> {
  name: string
}
