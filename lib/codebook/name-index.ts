import { type Codebook, namesOf } from './codebook.ts'
import { nameFold } from './name-fold.ts'

/** An actor or theme as an index holds it. */
export interface IndexedEntry {
  kind: 'actor' | 'theme'
  id: string
  /** As written; the entry's own name first. */
  names: readonly string[]
}

/**
 * The names of a codebook, prepared for searching: all of them folded in one string, so that a search is one pass over it.
 * Build it once per codebook ({@link buildNameIndex}).
 */
export interface NameIndex {
  readonly entries: readonly IndexedEntry[]
  /** All folded names, each between line feeds; a folded name has none inside. */
  readonly text: string
  /** Where each name begins in `text`, UTF-16 offsets, ascending; one more behind the last. */
  readonly starts: Int32Array
  /** The entry of each name, ascending. */
  readonly entryOf: Int32Array
  /** The number of the first name of each entry. */
  readonly firstOf: Int32Array
}

/** Folded names that were asked for before: a codebook that changed has nearly all its names still. */
const known = new Map<string, string>()
const MOST_KNOWN = 400_000

/** {@link nameFold}, remembered. */
export function knownFold(name: string): string {
  const before = known.get(name)
  if (before !== undefined) return before
  if (known.size >= MOST_KNOWN) known.clear()
  const folded = nameFold(name)
  known.set(name, folded)
  return folded
}

/** Prepares the names of a codebook. */
export function buildNameIndex({ actors, themes }: Pick<Codebook, 'actors' | 'themes'>): NameIndex {
  const entries: IndexedEntry[] = [
    ...actors.map((actor) => ({ kind: 'actor' as const, id: actor.id, names: namesOf(actor) })),
    ...themes.map((theme) => ({ kind: 'theme' as const, id: theme.id, names: [theme.name] })),
  ]
  const count = entries.reduce((sum, { names }) => sum + names.length, 0)
  const folded: string[] = []
  const starts = new Int32Array(count + 1)
  const entryOf = new Int32Array(count)
  const firstOf = new Int32Array(entries.length)
  let offset = 1
  for (const [at, { names }] of entries.entries()) {
    firstOf[at] = folded.length
    for (const name of names) {
      const form = knownFold(name)
      starts[folded.length] = offset
      entryOf[folded.length] = at
      folded.push(form)
      offset += form.length + 1
    }
  }
  starts[count] = offset
  return { entries, text: `\n${folded.join('\n')}\n`, starts, entryOf, firstOf }
}
