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

/** Fields of an entry by name: plain JSON. */
export type ChangedFields = Readonly<Record<string, unknown>>
