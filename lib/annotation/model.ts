import type { ActorRole, Stance } from '#/lib/codebook/codebook.ts'

/** A run of consecutive characters of the text, by identity: Yjs client, first clock, length in UTF-16 units. */
export type IdRun = [client: number, clock: number, length: number]

/** A passage's words with what stands around them (W3C TextQuoteSelector). UTF-16 text, LINE_BREAK kept. */
export interface Quote {
  /** The words; at most 512 UTF-16 units are stored in the layer. */
  exact: string
  /** Up to 32 UTF-16 units before. */
  prefix: string
  /** Up to 32 UTF-16 units after. */
  suffix: string
}

/** Names of the root Y.Maps of a layer document. Keys are composed with "|"; values are plain JSON. */
export const LAYER_ROOTS = ['annotation', 'actor', 'theme', 'fact', 'memo', 'important', 'deleted', 'anchor'] as const
export type LayerRoot = (typeof LAYER_ROOTS)[number]

/** Who wrote a value and when (ms since 1970, the writer's clock: shown, never used to order). */
export interface Stamp {
  by: string
  at: number
}
/** root `annotation`, key `id`: written once. */
export interface AnnotationValue extends Stamp {
  v: 1
  r: IdRun[]
  q: Quote
}
/** root `actor`, key `id|actorId|role|userId`. */
export type ActorTagValue = Stamp
/** root `theme`, key `id|themeId|userId`. */
export interface ThemeTagValue extends Stamp {
  stance: Stance
}
/** Facts about the event a statement reports; root `fact`, key `id|field`. */
export const FACT_FIELDS = ['status', 'certainty', 'date', 'place', 'placePoint', 'placePrecision', 'reportedBy'] as const
export type FactField = (typeof FACT_FIELDS)[number]
export interface FactValue extends Stamp {
  value: string
}
/** root `memo`, key `id|userId`. */
export interface MemoValue extends Stamp {
  text: string
}
/** root `important`, key `id|userId`: somebody marked the statement as important. */
export type ImportantValue = Stamp
/** root `deleted`, key `id`: soft deletion; removing the key restores. */
export type DeletedValue = Stamp
/** root `anchor`, key `id`: a later anchor that replaces the first (resize, find again, import). */
export interface AnchorValue extends Stamp {
  r: IdRun[]
  q: Quote
  how: 'resize' | 'found' | 'import'
}

export interface ActorTag {
  actorId: string
  role: ActorRole
  /** Everyone who put this tag, in order of time. */
  by: string[]
}
export interface ThemeTag {
  themeId: string
  stance: Stance
  by: string[]
}

/** One statement about one passage, read out of a layer. */
export interface Annotation {
  id: string
  by: string
  /** ms since 1970. */
  createdAt: number
  modifiedAt: number
  /** Who wrote the newest of what it says. */
  modifiedBy: string
  runs: IdRun[]
  /** The words when the passage was tagged or last re-anchored. */
  quote: Quote
  /** How, by whom and when it was last re-anchored; absent while it stands on the words it was put on. */
  reanchored?: Pick<AnchorValue, 'how' | 'by' | 'at'>
  actors: ActorTag[]
  themes: ThemeTag[]
  facts: Partial<Record<FactField, string>>
  memos: { by: string; at: number; text: string }[]
  /** Everyone who marked it as important, in order of time. */
  importantTo: string[]
}

/** Where the passage of an annotation is in the text now. */
export type Placement =
  /** `start` and `end` are UTF-16 offsets into the canonical text, start < end. `survival`: share of the tagged characters still alive, 0 to 1. */
  | { state: 'anchored'; start: number; end: number; survival: number }
  /** All its words were deleted; `near` is where they stood (UTF-16 offset), null when unknown. */
  | { state: 'orphan'; near: number | null }
  /** Its characters have not been received yet. Never shown as an orphan. */
  | { state: 'pending' }
