import { t } from '#/lib/message/t.ts'
import type { ActorKind } from './actor-kinds.ts'
import { cleanName, nameKey } from './clean-name.ts'

/** The longest name of a kind, UTF-16 units. */
export const KIND_NAME_LIMIT = 60

/** More kinds than these nobody can tell apart. */
export const KINDS_LIMIT = 100

/**
 * What is wrong with the name a kind is about to get, in a sentence; undefined when nothing is.
 * @param slug of the kind that is renamed; absent: a new one
 */
export function kindProblem(typed: string, kinds: readonly ActorKind[], slug?: string): string | undefined {
  const name = cleanName(typed)
  if (!name) return t('Give the kind a name.')
  if (name.length > KIND_NAME_LIMIT)
    return t('Shorten the name to {limit} characters; it has {length}.', { limit: KIND_NAME_LIMIT, length: name.length })
  if (kinds.some((kind) => kind.slug !== slug && nameKey(kind.name) === nameKey(name)))
    return t('A kind named “{name}” already exists.', { name })
  if (slug === undefined && kinds.length >= KINDS_LIMIT)
    return t('A workspace has at most {limit} kinds. Delete one first.', { limit: KINDS_LIMIT })
  return undefined
}

/** A slug for a new kind, from its name where that has Latin letters or digits, that none of the taken ones is. */
export function kindSlug(name: string, taken: readonly string[]): string {
  const plain = name
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '')
    .slice(0, 40)
  const base = plain || 'kind'
  for (let n = 1; ; n++) {
    const slug = n === 1 ? base : `${base}-${n}`
    if (!taken.includes(slug)) return slug
  }
}
