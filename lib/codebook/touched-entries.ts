import { CODEBOOK_SECTIONS, type CodebookDifference, type CodebookSection, type EntryFields } from './codebook-change.ts'

/** One entry of a change: the fields that differ, before and after; null: it was not there. */
export interface TouchedEntry {
  section: CodebookSection
  id: string
  before: EntryFields | null
  after: EntryFields | null
}

/** Everything a change touched, entry by entry. */
export function touchedEntries({ before, after }: CodebookDifference): TouchedEntry[] {
  return CODEBOOK_SECTIONS.flatMap((section) =>
    [...new Set([...Object.keys(before[section] ?? {}), ...Object.keys(after[section] ?? {})])].map((id) => ({
      section,
      id,
      before: before[section]?.[id] ?? null,
      after: after[section]?.[id] ?? null,
    })),
  )
}
