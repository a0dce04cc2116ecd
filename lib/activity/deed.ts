/** What the feed of a workspace tells of. */
export type DeedKind = 'imported' | 'edited' | 'tagged' | 'commented' | 'proposed' | 'merged'

/** Something that somebody did. */
export interface Deed {
  kind: DeedKind
  by: { id: string; name: string }
  /** When, or when last; ms since 1970. */
  at: number
  /** How many statements or comments it were in one go; 1 for everything else. */
  count: number
  /** Where it was done; null: to the codebook. */
  document: { id: string; title: string; language: string; direction: 'ltr' | 'rtl' } | null
  /** Of `proposed` what, of `merged` into what; otherwise empty. */
  name: string
  /** Of `merged`: what went into it. */
  merged: readonly string[]
}

/** What a list says was last done in a document. */
export type LastDeed = Pick<Deed, 'kind' | 'by' | 'at' | 'count'>
