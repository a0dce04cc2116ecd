import { newId } from '#/lib/id.ts'
import { oneLine } from '#/lib/one-line.ts'
import type { ActorAlias } from './codebook.ts'
import type { NewAlias } from './input.ts'
import { languageTag } from './language-tag.ts'
import { settlePreferred } from './preferred-names.ts'

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
export function cleanNames(names: readonly string[], own: string): string[] {
  return distinct(names, (name) => name, own).map(cleanName)
}

/** The same for aliases, with canonical languages and one preferred name in each. Those without an id get one that sorts after all before. */
export function cleanAliases(aliases: readonly NewAlias[], own: string): ActorAlias[] {
  const now = Date.now()
  const cleaned = distinct(aliases, (alias) => alias.name, own).map((alias, at) => {
    const { id = newId(now + at), language = 'und', preferred = false, from = null, until = null } = alias
    return { id, name: cleanName(alias.name), language: languageTag(language) ?? 'und', preferred, from, until }
  })
  return settlePreferred(cleaned)
}

function distinct<T>(items: readonly T[], nameOf: (item: T) => string, own: string): T[] {
  const seen = new Set(['', nameKey(own)])
  return items.filter((item) => {
    const key = nameKey(nameOf(item))
    return !seen.has(key) && seen.add(key)
  })
}
