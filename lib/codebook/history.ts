import type { CodebookEntry } from './codebook-change.ts'
import type { ComparedEntry } from './compare-codebooks.ts'
import type { FieldChange } from './field-changes.ts'

/** One change of the codebook, told. */
export interface ToldVersion {
  /** The version it made. */
  version: number
  /** ms since 1970. */
  at: number
  by: { id: string; name: string }
  sentence: string
  /** What changed of the entry, when it was there before and after. */
  fields: FieldChange[]
  entry: CodebookEntry
  entryId: string | null
  /** The version that took it back. */
  undoneBy: number | null
  /** How it can be taken back from here; null: it cannot, or was. */
  undoAs: 'merge' | 'import' | null
}

export interface CodebookHistory {
  /** The present version. */
  version: number
  /** Versions with a name, the newest first. */
  named: { version: number; name: string }[]
  /** The newest first. */
  changes: ToldVersion[]
  /** Where the next page begins: changes before this version; null: there are no more. */
  older: number | null
  /** Name of the entry that is asked for; null: none is, or it is unknown. */
  entryName: string | null
}

/** Two versions laid beside each other. */
export interface CodebookComparison {
  from: number
  to: number
  entries: ComparedEntry[]
}
