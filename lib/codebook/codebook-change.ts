/** What can be done to a codebook. A name is never reused for something else: old rows are never changed. */
export const CODEBOOK_ACTS = [
  'added',
  'changed',
  'moved',
  'archived',
  'unarchived',
  'deleted',
  'brought-back',
  'merged',
  'split',
  'undone',
  'accepted',
  'declined',
  'imported',
] as const
export type CodebookAct = (typeof CODEBOOK_ACTS)[number]

/** What it was done to; `codebook`: to many entries at once. */
export const CODEBOOK_ENTRIES = ['actor', 'theme', 'kind', 'codebook'] as const
export type CodebookEntry = (typeof CODEBOOK_ENTRIES)[number]

/** What entries are kept under in a state or a patch of the codebook: by id, kinds by their slug, merged entries by their old id. */
export const CODEBOOK_SECTIONS = ['actors', 'themes', 'kinds', 'merged'] as const
export type CodebookSection = (typeof CODEBOOK_SECTIONS)[number]

/** Fields of an entry by name: plain JSON. A merged entry has one, `into`. */
export type EntryFields = Readonly<Record<string, unknown>>

/** Everything a codebook says at one time, but for the uses. */
export type CodebookState = Readonly<Record<CodebookSection, Readonly<Record<string, EntryFields>>>>

/**
 * One side of a change: per entry that the change touched, the fields that differ, all of them where the other side has
 * none; null: there is no such entry on this side. So a state plus `after` is the next state, and minus it, by `before`, the
 * one before.
 */
export type CodebookPatch = Readonly<Partial<Record<CodebookSection, Readonly<Record<string, EntryFields | null>>>>>

/** What a change did. Made by `codebookDifference`. */
export interface CodebookDifference {
  before: CodebookPatch
  after: CodebookPatch
}
