import { CERTAINTIES, STATUSES } from '#/lib/annotation/facts.ts'
import { type ActorRole, ROLES_IN_STATEMENT, STANCES } from '#/lib/codebook/codebook.ts'
import { type ActorCondition, EVERYTHING, type ExcerptFilter } from '#/lib/excerpt/filter.ts'
import { isId } from '#/lib/id.ts'
import { oneLine } from '#/lib/one-line.ts'

/** The longest search text that is used, in UTF-16 units. */
export const TEXT_LIMIT = 200
/** The most values one parameter may have: an address with more would be too long for servers (16 KB). */
export const VALUES_LIMIT = 300

const DAY = /^\d{4}-\d{2}-\d{2}$/
const LANGUAGE = /^[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*$/

/** A filter read from an address, and the parameters in it that could not be understood (as "name=value"). */
export interface ParsedFilter {
  filter: ExcerptFilter
  ignored: string[]
}

/**
 * Reads a filter from address parameters:
 *
 * `id` · `actor=<id>` or `actor=<id>.source` · `actors=any` (all is the default) · `role` · `theme` · `themes=all` (any is the default) ·
 * `below=0` (without what is below a theme) · `stance` · `document` · `lang` · `tagger` · `from` and `to` (published, YYYY-MM-DD) ·
 * `status` · `certainty` · `since` and `until` (when it happened) · `layer` · `q` (text) · `state=orphan|all`. Repeat a parameter for several values. Parameters of other names are not looked at.
 *
 * Never throws: what is not understood is left out and listed, so that a page can say so and an export can refuse.
 */
export function parseFilter(params: URLSearchParams): ParsedFilter {
  const ignored: string[] = []
  const many = <T>(name: string, read: (value: string) => T | null): T[] => readMany(params, name, read, ignored)
  const one = <T>(name: string, read: (value: string) => T | null): T | null => many(name, read)[0] ?? null
  const filter: ExcerptFilter = {
    ids: many('id', readId),
    actors: many('actor', readActor),
    actorMatch: one('actors', oneOf(['all', 'any'] as const)) ?? EVERYTHING.actorMatch,
    roles: many('role', oneOf(ROLES_IN_STATEMENT)),
    themeIds: many('theme', readId),
    themeMatch: one('themes', oneOf(['all', 'any'] as const)) ?? EVERYTHING.themeMatch,
    includeDescendants: one('below', oneOf(['0', '1'] as const)) !== '0',
    stances: many('stance', oneOf(STANCES)),
    documentIds: many('document', readId),
    languages: many('lang', (value) => (LANGUAGE.test(value) ? value : null)),
    taggerIds: many('tagger', readId),
    publishedFrom: one('from', readDay),
    publishedTo: one('to', readDay),
    statuses: many('status', oneOf(STATUSES)),
    certainties: many('certainty', oneOf(CERTAINTIES)),
    happenedFrom: one('since', readDay),
    happenedTo: one('until', readDay),
    layerId: one('layer', readId),
    text:
      one('q', (value) =>
        oneLine(value.slice(0, 2 * TEXT_LIMIT))
          .slice(0, TEXT_LIMIT)
          .trim()
          .toWellFormed(),
      ) ?? '',
    state: one('state', oneOf(['anchored', 'orphan', 'all'] as const)) ?? EVERYTHING.state,
  }
  return { filter, ignored }
}

/** The address parameters of a filter, always in the same order; what is as in EVERYTHING is left out. `parseFilter` reads them back. */
export function printFilter(filter: ExcerptFilter): URLSearchParams {
  const params = new URLSearchParams()
  const many = (name: string, values: readonly string[]) => {
    for (const value of values) params.append(name, value)
  }
  if (filter.text) params.set('q', filter.text)
  many('actor', filter.actors.map(printActor))
  if (filter.actorMatch !== EVERYTHING.actorMatch) params.set('actors', filter.actorMatch)
  many('role', filter.roles)
  many('theme', filter.themeIds)
  if (filter.themeMatch !== EVERYTHING.themeMatch) params.set('themes', filter.themeMatch)
  if (!filter.includeDescendants) params.set('below', '0')
  many('stance', filter.stances)
  many('document', filter.documentIds)
  many('lang', filter.languages)
  if (filter.publishedFrom) params.set('from', filter.publishedFrom)
  if (filter.publishedTo) params.set('to', filter.publishedTo)
  many('tagger', filter.taggerIds)
  many('status', filter.statuses)
  many('certainty', filter.certainties)
  if (filter.happenedFrom) params.set('since', filter.happenedFrom)
  if (filter.happenedTo) params.set('until', filter.happenedTo)
  if (filter.layerId) params.set('layer', filter.layerId)
  if (filter.state !== EVERYTHING.state) params.set('state', filter.state)
  many('id', filter.ids)
  return params
}

function readMany<T>(params: URLSearchParams, name: string, read: (value: string) => T | null, ignored: string[]): T[] {
  const seen = new Set<string>()
  const values: T[] = []
  for (const text of params.getAll(name)) {
    if (text === '' || seen.has(text)) continue
    seen.add(text)
    const value = values.length < VALUES_LIMIT ? read(text) : null
    if (value === null) ignored.push(`${name}=${text}`)
    else values.push(value)
  }
  return values
}

function oneOf<const T extends string>(values: readonly T[]): (value: string) => T | null {
  return (value) => values.find((known) => known === value) ?? null
}

function readId(value: string): string | null {
  return isId(value) ? value : null
}

function readDay(value: string): string | null {
  if (!DAY.test(value)) return null
  const time = Date.parse(`${value}T00:00:00Z`)
  return Number.isNaN(time) || new Date(time).toISOString().slice(0, 10) !== value ? null : value
}

function readActor(value: string): ActorCondition | null {
  const [id = '', role, ...rest] = value.split('.')
  if (!isId(id) || rest.length > 0) return null
  if (role === undefined) return { id, role: null }
  const known: ActorRole | null = oneOf(ROLES_IN_STATEMENT)(role)
  return known ? { id, role: known } : null
}

function printActor({ id, role }: ActorCondition): string {
  return role ? `${id}.${role}` : id
}
