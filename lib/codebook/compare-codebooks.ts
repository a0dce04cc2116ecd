import type { CodebookSection, CodebookState, EntryFields } from './codebook-change.ts'
import { stateDifference } from './codebook-state.ts'
import type { EntryNames } from './entry-names.ts'
import { type FieldChange, fieldChanges } from './field-changes.ts'
import { type TouchedEntry, touchedEntries } from './touched-entries.ts'

/** What can have become of an entry between two versions, in the order it is told in. */
export const BECAME = ['added', 'renamed', 'moved', 'changed', 'merged', 'archived', 'unarchived', 'deleted'] as const
export type Became = (typeof BECAME)[number]

export interface ComparedEntry {
  noun: 'actor' | 'theme' | 'kind'
  id: string
  /** Its name in the later version, or its last one. */
  name: string
  became: Became
  /** Name of the entry that stands for it now, when it was merged. */
  into?: string
  /** What differs; nothing for entries that one version does not have. */
  fields: FieldChange[]
}

const NOUNS: Record<Exclude<CodebookSection, 'merged'>, ComparedEntry['noun']> = { actors: 'actor', themes: 'theme', kinds: 'kind' }

/** Details of actors stand in the change log in words: enough to be told, not to be reckoned back. */
const NOT_COMPARED: ReadonlySet<string> = new Set(['memberships', 'externalIds', 'designations'])

/**
 * What differs between two versions of a codebook, by name. An entry is told once, under the first that fits: merged, deleted,
 * added, archived, renamed, moved, changed; its fields say the rest. Groups, identifiers and designations of actors are not compared.
 */
export function compareCodebooks(from: CodebookState, to: CodebookState, names: EntryNames): ComparedEntry[] {
  return touchedEntries(stateDifference(from, to))
    .flatMap((touched) => compared(touched, from, to, names) ?? [])
    .sort((a, b) => BECAME.indexOf(a.became) - BECAME.indexOf(b.became) || a.name.localeCompare(b.name, 'en'))
}

function compared(
  { section, id, before, after }: TouchedEntry,
  from: CodebookState,
  to: CodebookState,
  names: EntryNames,
): ComparedEntry | null {
  if (section === 'merged') return null
  const name = String((to[section][id] ?? from[section][id])?.name ?? '')
  const entry = { noun: NOUNS[section], id, name, fields: [] }
  if (!before) return { ...entry, became: 'added' }
  if (!after) {
    const into = endOfMerges(to, id)
    return into === undefined
      ? { ...entry, became: 'deleted' }
      : { ...entry, became: 'merged', into: nameIn(to, into) ?? names.entries[into] }
  }
  const fields = fieldChanges(before, after, names).filter(({ field }) => !NOT_COMPARED.has(field))
  return fields.length > 0 ? { ...entry, fields, became: became(before, after) } : null
}

function became(before: EntryFields, after: EntryFields): Became {
  if (after.state === 'archived') return 'archived'
  if (before.state === 'archived') return 'unarchived'
  if ('name' in after) return 'renamed'
  return 'parentId' in after ? 'moved' : 'changed'
}

function endOfMerges({ merged }: CodebookState, id: string): string | undefined {
  let end: string | undefined
  for (let next = merged[id]?.into; typeof next === 'string' && next !== end; next = merged[next]?.into) end = next
  return end
}

const nameIn = ({ actors, themes }: CodebookState, id: string): string | undefined => (actors[id] ?? themes[id])?.name as string | undefined
