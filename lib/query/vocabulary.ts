import { namesOf } from '#/lib/codebook/codebook.ts'
import type { FilterNames } from '#/lib/excerpt/filter-names.ts'
import { fold } from '#/lib/excerpt/fold.ts'
import { indexThemes } from '#/lib/excerpt/theme-index.ts'

/** Fields whose values are ids with a name. */
export const NAMED_FIELDS = ['actor', 'theme', 'document', 'tagger', 'layer'] as const
export type NamedField = (typeof NAMED_FIELDS)[number]

/** What things are called in a written query. */
export interface Vocabulary {
  /** A name that means this thing and no other; null when there is none, and its id has to be written. */
  nameOf(field: NamedField, id: string): string | null
  /** The ids of what a name may mean. */
  find(field: NamedField, name: string): string[]
  /** All names, to propose some. */
  names(field: NamedField): Iterable<string>
}

/** Nothing has a name: everything is written as its id, as addresses have it. */
export const IDS_ONLY: Vocabulary = { nameOf: () => null, find: () => [], names: () => [] }

const BETWEEN_STEPS = ' › '

/** The names of a workspace. Actors also go by their other names, themes by their path when the name alone is not enough. */
export function openVocabulary({ codebook, documents, people }: FilterNames): Vocabulary {
  const tree = indexThemes(codebook.themes)
  const books: Record<NamedField, NameTable> = {
    actor: nameTable(codebook.actors.map((actor) => ({ id: actor.id, names: namesOf(actor) }))),
    theme: nameTable(codebook.themes.map(({ id, name }) => ({ id, names: [name, tree.path(id).join(BETWEEN_STEPS)] }))),
    document: nameTable(documents.map(({ id, title }) => ({ id, names: [title] }))),
    tagger: nameTable(people.map(({ id, name }) => ({ id, names: [name] }))),
    layer: nameTable([]),
  }
  return {
    nameOf: (field, id) => books[field].nameOf(id),
    find: (field, name) => books[field].find(name),
    names: (field) => books[field].names(),
  }
}

interface NameTable {
  nameOf(id: string): string | null
  find(name: string): string[]
  names(): Iterable<string>
}

/** Built when first asked: a codebook may have a hundred thousand names, and most pages write no query. */
function nameTable(entries: readonly { id: string; names: readonly string[] }[]): NameTable {
  let tables: { meant: Map<string, Set<string>>; own: Map<string, readonly string[]> } | null = null
  const built = () => {
    tables ??= { meant: meanings(entries), own: new Map(entries.map(({ id, names }) => [id, names])) }
    return tables
  }
  return {
    nameOf: (id) => {
      const { meant, own } = built()
      return own.get(id)?.find((name) => meant.get(key(name))?.size === 1) ?? null
    },
    find: (name) => [...(built().meant.get(key(name)) ?? [])],
    names: () => entries.flatMap(({ names }) => names),
  }
}

function meanings(entries: readonly { id: string; names: readonly string[] }[]): Map<string, Set<string>> {
  const meant = new Map<string, Set<string>>()
  for (const { id, names } of entries)
    for (const name of names) {
      const ids = meant.get(key(name)) ?? new Set()
      meant.set(key(name), ids.add(id))
    }
  meant.delete('')
  return meant
}

/** Steps of a path may be written with › or > and any spaces. */
function key(name: string): string {
  return fold(name).replace(/\s*[›>]\s*/g, BETWEEN_STEPS)
}
