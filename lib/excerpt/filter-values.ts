import { CERTAINTIES, STATUSES } from '#/lib/annotation/facts.ts'
import { ROLES_IN_STATEMENT, STANCES } from '#/lib/codebook/codebook.ts'
import type { ExcerptFilter } from './filter.ts'

/** What excerpts are counted and ticked by. Keys: ids, except for role, stance, status, certainty and language. */
export const DIMENSIONS = ['theme', 'actor', 'role', 'stance', 'status', 'certainty', 'language', 'document', 'tagger'] as const
export type Dimension = (typeof DIMENSIONS)[number]

/** The keys a filter asks for along a dimension. */
export function askedKeys(filter: ExcerptFilter, dimension: Dimension): readonly string[] {
  switch (dimension) {
    case 'theme':
      return filter.themeIds
    case 'actor':
      return [...new Set(filter.actors.map((actor) => actor.id))]
    case 'role':
      return filter.roles
    case 'stance':
      return filter.stances
    case 'status':
      return filter.statuses
    case 'certainty':
      return filter.certainties
    case 'language':
      return filter.languages
    case 'document':
      return filter.documentIds
    case 'tagger':
      return filter.taggerIds
  }
}

/** The filter that asks for a key too, in any role for an actor; unknown roles, stances and facts change nothing. */
export function withKey(filter: ExcerptFilter, dimension: Dimension, key: string): ExcerptFilter {
  if (askedKeys(filter, dimension).includes(key)) return filter
  switch (dimension) {
    case 'theme':
      return { ...filter, themeIds: [...filter.themeIds, key] }
    case 'actor':
      return { ...filter, actors: [...filter.actors, { id: key, role: null }] }
    case 'role':
      return { ...filter, roles: [...filter.roles, ...ROLES_IN_STATEMENT.filter((role) => role === key)] }
    case 'stance':
      return { ...filter, stances: [...filter.stances, ...STANCES.filter((stance) => stance === key)] }
    case 'status':
      return { ...filter, statuses: [...filter.statuses, ...STATUSES.filter((status) => status === key)] }
    case 'certainty':
      return { ...filter, certainties: [...filter.certainties, ...CERTAINTIES.filter((certainty) => certainty === key)] }
    case 'language':
      return { ...filter, languages: [...filter.languages, key] }
    case 'document':
      return { ...filter, documentIds: [...filter.documentIds, key] }
    case 'tagger':
      return { ...filter, taggerIds: [...filter.taggerIds, key] }
  }
}

/** The filter that no longer asks for a key; for an actor, in whatever role. */
export function withoutKey(filter: ExcerptFilter, dimension: Dimension, key: string): ExcerptFilter {
  const others = <T>(values: readonly T[]) => values.filter((value) => value !== key)
  switch (dimension) {
    case 'theme':
      return { ...filter, themeIds: others(filter.themeIds) }
    case 'actor':
      return { ...filter, actors: filter.actors.filter((actor) => actor.id !== key) }
    case 'role':
      return { ...filter, roles: others(filter.roles) }
    case 'stance':
      return { ...filter, stances: others(filter.stances) }
    case 'status':
      return { ...filter, statuses: others(filter.statuses) }
    case 'certainty':
      return { ...filter, certainties: others(filter.certainties) }
    case 'language':
      return { ...filter, languages: others(filter.languages) }
    case 'document':
      return { ...filter, documentIds: others(filter.documentIds) }
    case 'tagger':
      return { ...filter, taggerIds: others(filter.taggerIds) }
  }
}
