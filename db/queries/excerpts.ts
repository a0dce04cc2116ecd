import type { Db } from '#/db/client.ts'
import type { Scope } from '#/db/scope.ts'
import type { Excerpt, ExcerptPage } from '#/lib/excerpt/excerpt.ts'
import { EXCERPT_GROUPINGS, type ExcerptGrouping, type ExcerptSort } from '#/lib/excerpt/results-query.ts'
import { ahead } from '#/lib/format/export/ahead.ts'
import type { Query } from '#/lib/query/query.ts'
import { factsNamed } from './excerpt-facts.ts'
import { readGrouped } from './excerpt-grouped.ts'
import { type GroupedPlace, readPlace, writePlace } from './excerpt-place.ts'
import { readRecent } from './excerpt-recent.ts'
import { tagsOf } from './excerpt-tags.ts'
import { type ExcerptRow, walkDocuments } from './excerpt-walk.ts'
import { type ResolvedQuery, resolveQuery } from './resolve-query.ts'

export interface ExcerptQuery {
  query: Query
  sort: ExcerptSort
  /** `next` of the page before; null, or a text that is no such place, starts from the beginning. */
  after?: string | null
  limit?: number
}

/** How many excerpts a page has. */
const PAGE_SIZE = 50

/** One page of the excerpts that match. Keyset paging: a page deep down costs what the first costs, and none is skipped when rows come in above. */
export async function pageOfExcerpts(
  db: Db,
  scope: Scope,
  { query, sort, after = null, limit = PAGE_SIZE }: ExcerptQuery,
): Promise<ExcerptPage> {
  const resolved = await resolveQuery(db, scope, query)
  if (isGrouping(sort)) return pageOfGroups(db, scope, resolved, sort, after, limit)
  const rows =
    sort === 'recent'
      ? await readRecent(db, scope, resolved, readPlace(sort, after), limit + 1)
      : await take(db, scope, resolved, after, limit + 1)
  const shown = rows.slice(0, limit)
  const last = rows.length > limit ? shown.at(-1) : undefined
  return { excerpts: await withTags(db, scope, resolved, shown), next: last ? writePlace(placeOf(sort, last)) : null }
}

const isGrouping = (sort: ExcerptSort): sort is ExcerptGrouping => EXCERPT_GROUPINGS.includes(sort as ExcerptGrouping)

async function pageOfGroups(
  db: Db,
  scope: Scope,
  resolved: ResolvedQuery,
  sort: ExcerptGrouping,
  after: string | null,
  limit: number,
): Promise<ExcerptPage> {
  const rows = await readGrouped(db, scope, resolved, sort, readPlace(sort, after), limit + 1)
  const shown = rows.slice(0, limit)
  const last = rows.length > limit ? shown.at(-1) : undefined
  const excerpts = await withTags(
    db,
    scope,
    resolved,
    shown.map(({ row }) => row),
  )
  const groups = [...Map.groupBy(shown, ({ group }) => group)].map(([{ key, count }, some]) => ({ key, count, shown: some.length }))
  if (!last) return { excerpts, groups, next: null }
  const group = { key: last.group.key, label: last.group.label }
  return { excerpts, groups, next: writePlace({ ...placeOf('document', last.row), sort, group } as GroupedPlace) }
}

/**
 * All excerpts that match, document after document, in batches: never more than one in memory, and the database is free for others
 * between two. Each batch sees the database as it is then, so an excerpt that moves meanwhile may be left out or come twice.
 *
 * @param size the most excerpts of a batch
 */
export async function* excerptBatches(db: Db, scope: Scope, query: Query, size: number): AsyncGenerator<Excerpt[]> {
  const resolved = await resolveQuery(db, scope, query)
  for await (const rows of ahead(walkDocuments(db, scope, resolved, null, size))) yield await withTags(db, scope, resolved, rows)
}

async function take(db: Db, scope: Scope, resolved: ResolvedQuery, after: string | null, count: number): Promise<ExcerptRow[]> {
  const rows: ExcerptRow[] = []
  for await (const batch of walkDocuments(db, scope, resolved, readPlace('document', after), count)) {
    rows.push(...batch)
    if (rows.length >= count) break
  }
  return rows
}

function placeOf(sort: 'document' | 'recent', { excerpt, document }: ExcerptRow) {
  const { annotationId } = excerpt
  if (sort === 'recent') return { sort, createdAt: excerpt.createdAt.getTime(), annotationId }
  return { sort, publishedOn: document.publishedOn, documentId: document.id, start: excerpt.startUtf16, annotationId }
}

async function withTags(db: Db, scope: Scope, resolved: ResolvedQuery, rows: ExcerptRow[]): Promise<Excerpt[]> {
  const ids = rows.map((row) => row.excerpt.annotationId)
  const tags = await tagsOf(db, scope, resolved.themes, ids)
  const named = await factsNamed(
    db,
    scope,
    rows.map((row) => row.facts),
  )
  return rows.map(({ excerpt: { documentId: _, taggerId, createdAt, modifiedAt, ...excerpt }, facts, document, taggerName }) => ({
    ...excerpt,
    document,
    tagger: { id: taggerId, name: taggerName ?? 'Former member' },
    createdAt: createdAt.getTime(),
    modifiedAt: modifiedAt.getTime(),
    ...tags(excerpt.annotationId),
    facts: named(facts),
  }))
}
