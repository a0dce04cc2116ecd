import { and, type SQL, sql } from 'drizzle-orm'
import type { Db } from '#/db/client.ts'
import { documents } from '#/db/schema/documents.ts'
import { excerpts } from '#/db/schema/excerpts.ts'
import type { Scope } from '#/db/scope.ts'
import type { ExcerptGrouping } from '#/lib/excerpt/results-query.ts'
import { compareGroups, type ExcerptGroup, groupsOf, LONE, membership } from './excerpt-groups.ts'
import type { GroupedPlace } from './excerpt-place.ts'
import { readExcerptRows } from './excerpt-rows.ts'
import { type ExcerptRow, laterInDocument } from './excerpt-walk.ts'
import { documentMatches, excerptMatches } from './match-query.ts'
import type { ResolvedQuery } from './resolve-query.ts'

/** A row under the group it stands in. */
export interface GroupedRow {
  row: ExcerptRow
  group: ExcerptGroup
}

/**
 * The excerpts that match group after group, each as published, newest first, from a place on. How many each group has says which
 * ones the page can reach: only those are searched and put in order.
 */
export async function readGrouped(
  db: Db,
  scope: Scope,
  resolved: ResolvedQuery,
  by: ExcerptGrouping,
  from: GroupedPlace | null,
  limit: number,
): Promise<GroupedRow[]> {
  const groups = (await groupsOf(db, scope, resolved, by)).filter((group) => from === null || compareGroups(group, from.group) >= 0)
  const near = withinReach(groups, limit)
  const place = from !== null && near[0]?.key === from.group.key ? from : null
  const keyed = near.filter(({ key }) => key !== null)
  const found: { group: ExcerptGroup; id: string }[] = []
  if (keyed.length > 0) {
    const rows = await inGroups(db, scope, resolved, { by, groups: keyed, place: place?.group.key === null ? null : place, limit })
    found.push(...rows.flatMap(({ n, id }) => (keyed[n - 1] ? [{ group: keyed[n - 1] as ExcerptGroup, id }] : [])))
  }
  const alone = near.find(({ key }) => key === null)
  if (alone && found.length < limit) {
    const ids = await inNone(db, scope, resolved, { by, place: place?.group.key === null ? place : null, limit: limit - found.length })
    found.push(...ids.map((id) => ({ group: alone, id })))
  }
  const rows = new Map(
    (
      await readExcerptRows(
        db,
        found.map(({ id }) => id),
      )
    ).map((row) => [row.excerpt.annotationId, row]),
  )
  return found.flatMap(({ group, id }) => {
    const row = rows.get(id)
    return row ? [{ row, group }] : []
  })
}

/** The groups from the first on that can hold so many: of the first it is not known how much is left. */
function withinReach(groups: readonly ExcerptGroup[], limit: number): ExcerptGroup[] {
  const near: ExcerptGroup[] = []
  let room = limit
  for (const [at, group] of groups.entries()) {
    if (room <= 0) break
    near.push(group)
    if (at > 0) room -= group.count
  }
  return near
}

interface Stretch {
  by: ExcerptGrouping
  place: GroupedPlace | null
  limit: number
}

const AS_PUBLISHED = sql`${documents.publishedOn} desc nulls last, ${documents.id} desc, ${excerpts.startUtf16} asc, ${excerpts.annotationId} asc`

async function inGroups(
  db: Db,
  scope: Scope,
  resolved: ResolvedQuery,
  { by, groups, place, limit }: Stretch & { groups: readonly ExcerptGroup[] },
): Promise<{ n: number; id: string }[]> {
  const keys = groups.flatMap(({ key }) => key ?? [])
  const from = place ? sql`and (stretch.n > 1 or ${later(place)})` : sql``
  const { rows } = await db.execute<{ n: number; id: string }>(sql`
    select stretch.n::int as n, ${excerpts.annotationId} as id
    from unnest(${sql.param(keys)}::uuid[]) with ordinality as stretch(key, n)
    join (${membership(scope, by, keys)}) member on member.key = stretch.key
    join ${excerpts} on ${excerpts.annotationId} = member.annotation_id
    join ${documents} on ${documents.id} = ${excerpts.documentId}
    where ${and(documentMatches(scope, resolved), excerptMatches(scope, resolved))} ${from}
    order by stretch.n, ${AS_PUBLISHED} limit ${limit}`)
  return rows
}

async function inNone(db: Db, scope: Scope, resolved: ResolvedQuery, { by, place, limit }: Stretch): Promise<string[]> {
  const { rows } = await db.execute<{ id: string }>(sql`
    select ${excerpts.annotationId} as id from ${excerpts} join ${documents} on ${documents.id} = ${excerpts.documentId}
    where ${and(documentMatches(scope, resolved), excerptMatches(scope, resolved), LONE[by], place ? later(place) : undefined)}
    order by ${AS_PUBLISHED} limit ${limit}`)
  return rows.map(({ id }) => id)
}

/** What comes after a place within its group. Days are compared as text, so that none is after every day. */
function later(place: GroupedPlace): SQL {
  const { publishedOn, documentId } = place
  return sql`((coalesce(${documents.publishedOn}::text, ''), ${documents.id}) < (${publishedOn ?? ''}, ${documentId}::uuid)
    or (${documents.id} = ${documentId} and ${laterInDocument(place)}))`
}
