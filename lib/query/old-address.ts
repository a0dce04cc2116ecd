import { CERTAINTIES, STATUSES } from '#/lib/annotation/facts.ts'
import { ROLES_IN_STATEMENT, STANCES } from '#/lib/codebook/codebook.ts'
import { isId } from '#/lib/id.ts'
import { oneLine } from '#/lib/one-line.ts'
import type { AddressQuery } from './address.ts'
import { isDay } from './days.ts'
import { normalise } from './normalise.ts'
import { type ActorCondition, oneOf, type Query } from './query.ts'
import { typedTerms } from './typed-terms.ts'

/** The longest search text that is used, in UTF-16 units. */
const TEXT_LIMIT = 200
/** The most values one parameter may have. */
const VALUES_LIMIT = 300
const LANGUAGE = /^[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*$/

/**
 * Reads a query from single parameters, as addresses had it first and short links still do:
 *
 * `id` · `actor=<id>` or `actor=<id>.source` · `actors=any` (all is the default) · `role` · `theme` · `themes=all` (any is the default) ·
 * `below=0` (without what is below a theme) · `stance` · `document` · `lang` · `tagger` · `from` and `to` (published, YYYY-MM-DD) ·
 * `status` · `certainty` · `since` and `until` (when it happened) · `layer` · `q` (words) · `state=orphan|all`. Several values: the parameter
 * several times.
 */
export function readOldAddress(params: URLSearchParams): AddressQuery {
  const ignored: string[] = []
  const many = <T>(name: string, read: (value: string) => T | null): T[] => readMany(params, name, read, ignored)
  const one = <T>(name: string, read: (value: string) => T | null): T | null => many(name, read)[0] ?? null
  const actors = many('actor', readActor)
  const actorsAs = one('actors', among(['all', 'any'] as const)) === 'any' ? 'any' : 'all'
  const below = one('below', among(['0', '1'] as const)) !== '0'
  const themes = many('theme', readId)
  const stances = many('stance', among(STANCES))
  const towards = (...values: string[]): Query => ({ is: 'theme', values, below, stances })
  const themesAll = one('themes', among(['all', 'any'] as const)) === 'all'
  const state = one('state', among(['anchored', 'orphan', 'all'] as const))
  const of: Query[] = [
    ...(state === 'orphan' ? [oneOf('passage', 'detached')] : state === 'all' ? [oneOf('passage', 'attached', 'detached')] : []),
    oneOf('id', ...many('id', readId)),
    ...(one('q', readText) ?? []).map((term) => oneOf('words', term)),
    { is: actorsAs, of: actors },
    oneOf('role', ...many('role', among(ROLES_IN_STATEMENT))),
    ...(themesAll ? themes.map((id) => towards(id)) : [towards(...themes)]),
    ...(themes.length === 0 ? [oneOf('stance', ...stances)] : []),
    oneOf('document', ...many('document', readId)),
    oneOf('language', ...many('lang', (value) => (LANGUAGE.test(value) ? value : null))),
    oneOf('tagger', ...many('tagger', readId)),
    { is: 'published', from: one('from', readDay), to: one('to', readDay) },
    oneOf('status', ...many('status', among(STATUSES))),
    oneOf('certainty', ...many('certainty', among(CERTAINTIES))),
    { is: 'happened', from: one('since', readDay), to: one('until', readDay) },
    oneOf('layer', ...many('layer', readId)),
  ]
  return { query: normalise({ is: 'all', of }), ignored }
}

function readMany<T>(params: URLSearchParams, name: string, read: (value: string) => T | null, ignored: string[]): T[] {
  const values: T[] = []
  for (const text of new Set(params.getAll(name))) {
    if (text === '') continue
    const value = values.length < VALUES_LIMIT ? read(text) : null
    if (value === null) ignored.push(`${name}=${text}`)
    else values.push(value)
  }
  return values
}

function among<const T extends string>(values: readonly T[]): (value: string) => T | null {
  return (value) => values.find((known) => known === value) ?? null
}

function readId(value: string): string | null {
  return isId(value) ? value : null
}

function readDay(value: string): string | null {
  return isDay(value) ? value : null
}

function readText(value: string): string[] {
  return typedTerms(
    oneLine(value.slice(0, 2 * TEXT_LIMIT))
      .slice(0, TEXT_LIMIT)
      .toWellFormed(),
  )
}

function readActor(value: string): ActorCondition | null {
  const [id = '', role, ...rest] = value.split('.')
  if (!isId(id) || rest.length > 0) return null
  const known = role === undefined ? null : among(ROLES_IN_STATEMENT)(role)
  return role !== undefined && known === null ? null : { is: 'actor', values: [id], role: known, members: false }
}
