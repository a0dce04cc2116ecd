import { and, eq, isNull, or, type SQL, sql } from 'drizzle-orm'
import { alias } from 'drizzle-orm/pg-core'
import { documents, layers } from '#/db/schema/documents.ts'
import { excerpts } from '#/db/schema/excerpts.ts'
import type { Scope } from '#/db/scope.ts'
import { conjuncts, type Near, type Nearness, type Query } from '#/lib/query/query.ts'
import { matchDocument, saysOfDocuments } from './match-document.ts'
import { matchCondition } from './match-excerpt.ts'
import type { ResolvedQuery } from './resolve-query.ts'

/** The table of excerpts under a name of its own: a query about nearness looks at it more than once. */
export type Excerpts = typeof excerpts

/** What is said of one excerpt, with what it takes to say it. */
export interface Matching {
  scope: Scope
  resolved: ResolvedQuery
  excerpt: Excerpts
  /** How many excerpts are spoken of already. */
  depth: number
}

/** The condition on `documents`: live ones that may hold what is asked for. */
export function documentMatches(scope: Scope, { query }: ResolvedQuery): SQL | undefined {
  const said = conjuncts(query).filter(saysOfDocuments)
  return and(eq(documents.workspaceId, scope.workspaceId), isNull(documents.deletedAt), ...said.map((part) => matchDocument(part, scope)))
}

/** The condition on `excerpts` whose documents match; other people's blind layers never match. */
export function excerptMatches(scope: Scope, resolved: ResolvedQuery): SQL | undefined {
  const said = conjuncts(resolved.query).filter((part) => !saysOfDocuments(part))
  const of = { scope, resolved, excerpt: excerpts, depth: 0 }
  return and(eq(excerpts.workspaceId, scope.workspaceId), inVisibleLayer(scope), ...said.map((part) => match(part, of)))
}

/** The condition on excerpts that this person sees their layer. */
export function inVisibleLayer(scope: Scope, of: Excerpts = excerpts): SQL {
  return sql`${of.layerId} in (select ${layers.id} from ${layers} where ${layers.workspaceId} = ${scope.workspaceId} and ${layerIsVisible(scope)})`
}

/** The condition on layers that they are everybody's or this person's own. */
export function layerIsVisible({ userId }: Scope): SQL {
  return sql`(${layers.kind} = 'shared' or ${layers.ownerId} = ${userId})`
}

/**
 * Whether a query asks for this excerpt; null is no. Only what is denied may not be null: guarded everywhere, no condition could be
 * answered by an index or a join.
 */
function match(query: Query, of: Matching): SQL {
  if (saysOfDocuments(query)) {
    const { workspaceId } = of.scope
    return sql`${of.excerpt.documentId} in (select ${documents.id} from ${documents} where ${documents.workspaceId} = ${workspaceId} and ${matchDocument(query, of.scope)})`
  }
  switch (query.is) {
    case 'all':
      return and(...query.of.map((part) => match(part, of))) ?? sql`true`
    case 'any':
      return or(...query.of.map((part) => match(part, of))) ?? sql`true`
    case 'not':
      return sql`not coalesce(${match(query.of, of)}, false)`
    case 'near':
      return and(match(query.left, of), hasNear(query, of)) as SQL
    default:
      return sql`(${matchCondition(query, of)})`
  }
}

function hasNear({ how, right }: Near, of: Matching): SQL {
  // Drizzle's type says what the table is called; only that differs.
  const other = alias(excerpts, `near_${of.depth + 1}`) as unknown as Excerpts
  const { workspaceId } = of.scope
  const stands = and(
    eq(other.workspaceId, workspaceId),
    sql`${other.documentId} = ${of.excerpt.documentId}`,
    inVisibleLayer(of.scope, other),
    NEAR[how](of.excerpt, other),
    match(right, { ...of, excerpt: other, depth: of.depth + 1 }),
  )
  return sql`exists (select 1 from ${excerpts} ${other} where ${stands})`
}

/** Detached passages stand nowhere, and near nothing. */
const NEAR: Record<Nearness, (one: Excerpts, other: Excerpts) => SQL> = {
  'same-sentence': (one, other) => sql`(${one.sentenceStart} < ${other.sentenceEnd} and ${other.sentenceStart} < ${one.sentenceEnd})`,
  'same-paragraph': (one, other) => sql`(${one.paragraphStart} < ${other.paragraphEnd} and ${other.paragraphStart} < ${one.paragraphEnd})`,
  'same-document': (one, other) => sql`(${one.state} = 'anchored' and ${other.state} = 'anchored')`,
  overlapping: (one, other) => sql`(${one.startUtf16} < ${other.endUtf16} and ${other.startUtf16} < ${one.endUtf16})`,
  'followed-by': (one, other) => sql`${other.startUtf16} >= ${one.endUtf16}`,
}
