import type { Certainty, Status } from '#/lib/annotation/facts.ts'
import type { ActorRole, Stance } from '#/lib/codebook/codebook.ts'

/** An actor asked for; with a role, only where it stands in that role. */
export interface ActorCondition {
  id: string
  /** null: in any role. */
  role: ActorRole | null
}

/**
 * Which excerpts are asked for. An empty list or text asks nothing; what is asked of different fields holds together.
 * Lives in the address bar: see filter-params.ts for its form there.
 */
export interface ExcerptFilter {
  /** These annotations only. */
  ids: string[]
  actors: ActorCondition[]
  /** Whether one statement has all of `actors` (who to whom), or any. */
  actorMatch: 'all' | 'any'
  /** Some actor stands in one of these roles. */
  roles: ActorRole[]
  themeIds: string[]
  /** Whether one statement has all of `themeIds`, or any. */
  themeMatch: 'all' | 'any'
  /** Whether a theme stands for everything below it too. */
  includeDescendants: boolean
  /** The stance towards a theme asked for; without themes, towards any theme. */
  stances: Stance[]
  documentIds: string[]
  /** BCP 47 languages of the document, as stored. */
  languages: string[]
  /** Users who made the annotation. */
  taggerIds: string[]
  /** First and last day the document was published, "YYYY-MM-DD", both included; null: open. */
  publishedFrom: string | null
  publishedTo: string | null
  /** What the statement says of its event: whether it happened, how surely. */
  statuses: Status[]
  certainties: Certainty[]
  /** First and last day the event may have happened on, "YYYY-MM-DD", both included; null: open. A month that only touches them is meant too. */
  happenedFrom: string | null
  happenedTo: string | null
  layerId: string | null
  /** Words in quote or memo; compared folded (see fold.ts). */
  text: string
  /** Detached passages (`orphan`) are left out unless asked for. */
  state: 'anchored' | 'orphan' | 'all'
}

/** The filter that asks nothing: every anchored excerpt. */
export const EVERYTHING: Readonly<ExcerptFilter> = Object.freeze({
  ids: [],
  actors: [],
  actorMatch: 'all',
  roles: [],
  themeIds: [],
  themeMatch: 'any',
  includeDescendants: true,
  stances: [],
  documentIds: [],
  languages: [],
  taggerIds: [],
  publishedFrom: null,
  publishedTo: null,
  statuses: [],
  certainties: [],
  happenedFrom: null,
  happenedTo: null,
  layerId: null,
  text: '',
  state: 'anchored',
})

/** The fields a person can ask something of, in the order they are shown. */
export const FILTER_FIELDS = [
  'ids',
  'text',
  'actors',
  'roles',
  'themeIds',
  'stances',
  'documentIds',
  'languages',
  'published',
  'statuses',
  'certainties',
  'happened',
  'taggerIds',
  'layerId',
  'state',
] as const
export type FilterField = (typeof FILTER_FIELDS)[number]

/** Whether anything is asked of a field. */
export function isAsked(filter: ExcerptFilter, field: FilterField): boolean {
  if (field === 'published') return filter.publishedFrom !== null || filter.publishedTo !== null
  if (field === 'happened') return filter.happenedFrom !== null || filter.happenedTo !== null
  if (field === 'state') return filter.state !== 'anchored'
  const value = filter[field]
  return value !== null && value.length > 0
}

/** The same filter with nothing asked of one field. */
export function withoutField(filter: ExcerptFilter, field: FilterField): ExcerptFilter {
  if (field === 'published') return { ...filter, publishedFrom: null, publishedTo: null }
  if (field === 'happened') return { ...filter, happenedFrom: null, happenedTo: null }
  return { ...filter, [field]: EVERYTHING[field] }
}
