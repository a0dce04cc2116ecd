import { sql } from 'drizzle-orm'
import type { Db } from '#/db/client.ts'
import type { Scope } from '#/db/scope.ts'
import { indexThemes, type ThemeIndex } from '#/lib/excerpt/theme-index.ts'
import { plus, withoutField } from '#/lib/query/facet-keys.ts'
import { mergedQuery } from '#/lib/query/merged-query.ts'
import { type ActorCondition, conditionsOf, type Field, oneOf, type Query, type ThemeCondition } from '#/lib/query/query.ts'
import { listThemes, readMerged } from './codebook.ts'
import { liveActors } from './live-actors.ts'

/** A query that says which passages it means, with what has to be looked up for it. */
export interface ResolvedQuery {
  query: Query
  themes: ThemeIndex
  /** Live actors by id, with who is meant by each when its members are. */
  actors: ReadonlyMap<string, readonly string[]>
}

/** Looks up what a query refers to. Do it once and use the result for page, counts and batches. */
export async function resolveQuery(db: Db, scope: Scope, given: Query): Promise<ResolvedQuery> {
  const tree = await listThemes(db, scope)
  const names = conditionsOf(given).some(({ is }) => is === 'actor' || is === 'theme')
  const query = names ? mergedQuery(given, await readMerged(db, scope)) : given
  const conditions = conditionsOf(query)
  const saysWhichPassages = conditions.some(({ is }) => is === 'passage')
  return {
    query: saysWhichPassages ? query : plus(query, oneOf('passage', 'attached')),
    themes: indexThemes(tree),
    actors: await whoIsMeant(
      db,
      scope,
      conditions.filter((condition) => condition.is === 'actor'),
    ),
  }
}

/** The same with nothing asked of one field on the top level, when counts for that field are wanted. */
export function except(resolved: ResolvedQuery, field: Field): ResolvedQuery {
  return { ...resolved, query: withoutField(resolved.query, field) }
}

/** The same asking for detached passages instead. */
export function detachedOnes(resolved: ResolvedQuery): ResolvedQuery {
  return { ...resolved, query: plus(withoutField(resolved.query, 'passage'), oneOf('passage', 'detached')) }
}

/** The themes that a condition means; none when no theme of it is live. */
export function themesMeant({ values, below }: ThemeCondition, tree: ThemeIndex): string[] {
  return [...new Set(values.flatMap((id) => (below ? tree.below(id) : tree.below(id).slice(0, 1))))]
}

/** The actors that a condition means; none when no actor of it is live. */
export function actorsMeant({ values, members }: ActorCondition, { actors: meant }: ResolvedQuery): string[] {
  const known = values.filter((id) => meant.has(id))
  return members ? [...new Set(known.flatMap((id) => meant.get(id) ?? []))] : known
}

async function whoIsMeant(db: Db, scope: Scope, asked: readonly ActorCondition[]): Promise<Map<string, readonly string[]>> {
  const ids = [...new Set(asked.flatMap(({ values }) => values))]
  if (ids.length === 0) return new Map()
  const live = await liveActors(db, scope, ids)
  const meant = new Map<string, string[]>(live.map((id) => [id, [id]]))
  const groups = asked.filter(({ members }) => members).flatMap(({ values }) => values.filter((id) => meant.has(id)))
  if (groups.length === 0) return meant
  const { rows } = await db.execute<{ root: string; id: string }>(sql`
    with recursive belongs (id, to_id) as (
      select id, parent_id from actors where workspace_id = ${scope.workspaceId} and deleted_at is null and parent_id is not null
      union all select actor_id, group_id from actor_memberships where workspace_id = ${scope.workspaceId}
    ), meant (root, id) as (
      select id, id from actors where workspace_id = ${scope.workspaceId} and id = any(${sql.param([...new Set(groups)])}::uuid[])
      union select meant.root, belongs.id from meant join belongs on belongs.to_id = meant.id
    ) select root, id from meant where root <> id`)
  for (const { root, id } of rows) meant.get(root)?.push(id)
  return meant
}
