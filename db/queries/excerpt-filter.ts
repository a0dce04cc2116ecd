import { and, eq, exists, gte, inArray, isNull, like, lte, or, type SQL, sql } from 'drizzle-orm'
import type { Db } from '#/db/client.ts'
import { actors } from '#/db/schema/codebook.ts'
import { documents, layers } from '#/db/schema/documents.ts'
import { excerptActors, excerpts, excerptThemes } from '#/db/schema/excerpts.ts'
import type { Scope } from '#/db/scope.ts'
import type { Stance } from '#/lib/codebook/codebook.ts'
import { type ActorCondition, type ExcerptFilter, type FilterField, withoutField } from '#/lib/excerpt/filter.ts'
import { mergedFilter } from '#/lib/excerpt/merged-filter.ts'
import { searchTerms } from '#/lib/excerpt/search-terms.ts'
import { indexThemes, type ThemeIndex } from '#/lib/excerpt/theme-index.ts'
import { listThemes, readMerged } from './codebook.ts'

/** A filter with what has to be looked up for it: which of its actors are live, the theme tree. */
export interface ResolvedFilter {
  filter: ExcerptFilter
  liveActorIds: ReadonlySet<string>
  themes: ThemeIndex
}

/** Looks up what a filter refers to. Do it once and use the result for page, counts and batches. */
export async function resolveFilter(db: Db, scope: Scope, given: ExcerptFilter): Promise<ResolvedFilter> {
  const tree = await listThemes(db, scope)
  const filter = given.actors.length + given.themeIds.length > 0 ? mergedFilter(given, await readMerged(db, scope)) : given
  const asked = filter.actors.map((actor) => actor.id)
  const live = asked.length
    ? await db
        .select({ id: actors.id })
        .from(actors)
        .where(and(eq(actors.workspaceId, scope.workspaceId), isNull(actors.deletedAt), inArray(actors.id, asked)))
    : []
  return { filter, liveActorIds: new Set(live.map((actor) => actor.id)), themes: indexThemes(tree) }
}

/** The same with nothing asked of one field, when counts for that field are wanted. */
export function except(resolved: ResolvedFilter, field: FilterField): ResolvedFilter {
  return { ...resolved, filter: withoutField(resolved.filter, field) }
}

/** The condition on `documents`: live ones that the filter asks for. */
export function documentMatches(scope: Scope, { filter }: ResolvedFilter): SQL | undefined {
  return and(
    eq(documents.workspaceId, scope.workspaceId),
    isNull(documents.deletedAt),
    oneOf(documents.id, filter.documentIds),
    oneOf(documents.language, filter.languages),
    filter.publishedFrom ? gte(documents.publishedOn, filter.publishedFrom) : undefined,
    filter.publishedTo ? lte(documents.publishedOn, filter.publishedTo) : undefined,
  )
}

/** The condition on `excerpts` alone; other people's blind layers never match. */
export function excerptMatches(scope: Scope, { filter, liveActorIds, themes }: ResolvedFilter): SQL | undefined {
  return and(
    eq(excerpts.workspaceId, scope.workspaceId),
    inVisibleLayer(scope),
    filter.state === 'all' ? undefined : eq(excerpts.state, filter.state),
    oneOf(excerpts.annotationId, filter.ids),
    oneOf(excerpts.taggerId, filter.taggerIds),
    oneOf(excerpts.status, filter.statuses),
    oneOf(excerpts.certainty, filter.certainties),
    filter.happenedFrom ? gte(excerpts.eventUntil, filter.happenedFrom) : undefined,
    filter.happenedTo ? lte(excerpts.eventFrom, filter.happenedTo) : undefined,
    filter.layerId ? eq(excerpts.layerId, filter.layerId) : undefined,
    ...searchTerms(filter.text).map((term) => like(excerpts.search, `%${term.replace(/[\\%_]/g, '\\$&')}%`)),
    ofActors(filter, liveActorIds),
    filter.roles.length ? hasActor(inArray(excerptActors.role, filter.roles)) : undefined,
    ofThemes(filter, themes),
  )
}

/** A theme of a filter with what it stands for; empty when it is not live. */
export function themesMeant(filter: ExcerptFilter, tree: ThemeIndex, id: string): string[] {
  const below = tree.below(id)
  return filter.includeDescendants ? below : below.slice(0, 1)
}

const NOTHING = sql`false`

/** The condition on `excerpts` that their layer is everybody's or this person's own. */
export function inVisibleLayer({ workspaceId, userId }: Scope): SQL {
  return sql`${excerpts.layerId} in (select ${layers.id} from ${layers} where ${layers.workspaceId} = ${workspaceId} and (${layers.kind} = 'shared' or ${layers.ownerId} = ${userId}))`
}

function oneOf(column: Parameters<typeof inArray>[0], values: readonly string[]): SQL | undefined {
  return values.length ? inArray(column as typeof excerpts.annotationId, [...values]) : undefined
}

function ofActors({ actors: asked, actorMatch }: ExcerptFilter, live: ReadonlySet<string>): SQL | undefined {
  if (asked.length === 0) return undefined
  const stands = ({ id, role }: ActorCondition) => and(eq(excerptActors.actorId, id), role ? eq(excerptActors.role, role) : undefined)
  if (actorMatch === 'all') return and(...asked.map((actor) => (live.has(actor.id) ? hasActor(stands(actor)) : NOTHING)))
  const known = asked.filter((actor) => live.has(actor.id))
  return known.length ? hasActor(or(...known.map(stands))) : NOTHING
}

function hasActor(condition: SQL | undefined): SQL {
  const tag = and(eq(excerptActors.annotationId, excerpts.annotationId), eq(excerptActors.workspaceId, excerpts.workspaceId), condition)
  return exists(sql`(select 1 from ${excerptActors} where ${tag})`)
}

function ofThemes(filter: ExcerptFilter, tree: ThemeIndex): SQL | undefined {
  if (filter.themeIds.length === 0) return filter.stances.length ? hasTheme(null, filter.stances) : undefined
  const groups = filter.themeIds.map((id) => themesMeant(filter, tree, id))
  if (filter.themeMatch === 'all') return and(...groups.map((ids) => (ids.length ? hasTheme(ids, filter.stances) : NOTHING)))
  const ids = [...new Set(groups.flat())]
  return ids.length ? hasTheme(ids, filter.stances) : NOTHING
}

function hasTheme(ids: string[] | null, stances: readonly Stance[]): SQL {
  const tag = and(
    eq(excerptThemes.annotationId, excerpts.annotationId),
    eq(excerptThemes.workspaceId, excerpts.workspaceId),
    ids ? inArray(excerptThemes.themeId, ids) : undefined,
    stances.length ? inArray(excerptThemes.stance, [...stances]) : undefined,
  )
  return exists(sql`(select 1 from ${excerptThemes} where ${tag})`)
}
