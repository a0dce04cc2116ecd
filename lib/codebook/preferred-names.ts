import type { ActorAlias } from './codebook.ts'

/**
 * The names with at most one preferred in each language: `chosen` where it is preferred itself, otherwise the first.
 * What has no known language is preferred in none.
 */
export function settlePreferred(aliases: readonly ActorAlias[], chosen?: string): ActorAlias[] {
  const holder = new Map<string, string>()
  for (const { id, language, preferred } of aliases) if (preferred && (id === chosen || !holder.has(language))) holder.set(language, id)
  return aliases.map((alias) => ({ ...alias, preferred: alias.language !== 'und' && holder.get(alias.language) === alias.id }))
}
