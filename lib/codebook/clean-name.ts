import { oneLine } from '#/lib/one-line.ts'

/** The longest name an actor, alias or theme may have, UTF-16 units. */
export const NAME_LIMIT = 200

/** The longest description or definition, UTF-16 units. */
export const DESCRIPTION_LIMIT = 4000

/**
 * A typed name as it is kept, see `oneLine`. Joiners and direction marks stay: names in Arabic or Persian may need them.
 */
export function cleanName(typed: string): string {
  return oneLine(typed)
}

/** What two names are compared by to tell whether they are the same entry: cleaned, without case. Accents count. */
export function nameKey(name: string): string {
  return cleanName(name).toLowerCase()
}

/** The distinct cleaned names of a list, in order, without empty ones and without `own`. */
export function cleanAliases(names: readonly string[], own: string): string[] {
  const seen = new Set([nameKey(own)])
  const kept: string[] = []
  for (const name of names) {
    const cleaned = cleanName(name)
    if (!cleaned || seen.has(nameKey(cleaned))) continue
    seen.add(nameKey(cleaned))
    kept.push(cleaned)
  }
  return kept
}
