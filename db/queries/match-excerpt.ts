import { and, eq, gte, inArray, like, lte, or, type SQL, sql } from 'drizzle-orm'
import { documentVisits } from '#/db/schema/documents.ts'
import { excerptActors, excerptThemes } from '#/db/schema/excerpts.ts'
import { comments, threads } from '#/db/schema/talk.ts'
import type { ActorRole, Stance } from '#/lib/codebook/codebook.ts'
import { TAGGED_LIMIT } from '#/lib/excerpt/excerpt.ts'
import { fold } from '#/lib/excerpt/fold.ts'
import type { ActorCondition, Condition, DayCondition, Mark, ThemeCondition } from '#/lib/query/query.ts'
import type { Matching } from './match-query.ts'
import { containsAny, hasWords, likePattern } from './match-words.ts'
import { actorsMeant, themesMeant } from './resolve-query.ts'

const NOTHING = sql`false`

/** What a condition says of an excerpt alone; null where the excerpt says nothing. */
export function matchCondition(asked: Condition, of: Matching): SQL | undefined {
  const { excerpt, scope } = of
  switch (asked.is) {
    case 'actor':
      return ofActors(asked, of)
    case 'theme':
      return ofThemes(asked, of)
    case 'role':
      return hasActor(of, null, asked.values)
    case 'stance':
      return hasTheme(of, null, asked.values)
    case 'happened':
    case 'tagged':
      return ofDays(asked, of)
    case 'passage':
      return inArray(
        excerpt.state,
        asked.values.map((passage) => (passage === 'attached' ? 'anchored' : 'orphan')),
      )
    case 'id':
      return inArray(excerpt.annotationId, asked.values)
    case 'tagger':
      return inArray(excerpt.taggerId, asked.values)
    case 'layer':
      return inArray(excerpt.layerId, asked.values)
    case 'status':
      return inArray(excerpt.status, asked.values)
    case 'certainty':
      return inArray(excerpt.certainty, asked.values)
    case 'words':
      return or(...asked.values.map((term) => like(excerpt.search, likePattern(fold(term)))))
    case 'quote':
      return hasWords(sql`${excerpt.quoteWords}`, sql`${excerpt.searchLanguage}`, asked.values)
    case 'memo':
      return containsAny(sql`${excerpt.memo}`, asked.values)
    case 'comment': {
      const said = and(
        eq(comments.workspaceId, scope.workspaceId),
        eq(comments.act, 'said'),
        sql`${comments.deletedAt} is null`,
        containsAny(sql`${comments.text}`, asked.values),
      )
      return sql`${excerpt.annotationId} in (select ${comments.annotationId} from ${comments} where ${said})`
    }
    case 'mark':
      return or(...asked.values.map((mark) => MARKED[mark](of)))
    default:
      throw new Error(`${asked.is} is asked of documents`)
  }
}

function ofActors(asked: ActorCondition, of: Matching): SQL {
  const ids = actorsMeant(asked, of.resolved)
  return ids.length > 0 ? hasActor(of, ids, asked.role ? [asked.role] : []) : NOTHING
}

function ofThemes(asked: ThemeCondition, of: Matching): SQL {
  const ids = themesMeant(asked, of.resolved.themes)
  return ids.length > 0 ? hasTheme(of, ids, asked.stances) : NOTHING
}

function hasActor({ excerpt }: Matching, ids: readonly string[] | null, roles: readonly ActorRole[]): SQL {
  const tag = and(
    eq(excerptActors.annotationId, excerpt.annotationId),
    eq(excerptActors.workspaceId, excerpt.workspaceId),
    ids ? inArray(excerptActors.actorId, [...ids]) : undefined,
    roles.length > 0 ? inArray(excerptActors.role, [...roles]) : undefined,
  )
  return sql`exists (select 1 from ${excerptActors} where ${tag})`
}

function hasTheme({ excerpt }: Matching, ids: readonly string[] | null, stances: readonly Stance[]): SQL {
  const tag = and(
    eq(excerptThemes.annotationId, excerpt.annotationId),
    eq(excerptThemes.workspaceId, excerpt.workspaceId),
    ids ? inArray(excerptThemes.themeId, [...ids]) : undefined,
    stances.length > 0 ? inArray(excerptThemes.stance, [...stances]) : undefined,
  )
  return sql`exists (select 1 from ${excerptThemes} where ${tag})`
}

/** Days of tagging are those of UTC. */
function ofDays({ is, from, to }: DayCondition, { excerpt }: Matching): SQL | undefined {
  if (is === 'tagged')
    return and(
      from === null ? undefined : sql`${excerpt.createdAt} >= ${`${from}T00:00:00Z`}::timestamptz`,
      to === null ? undefined : sql`${excerpt.createdAt} < ${`${to}T00:00:00Z`}::timestamptz + interval '1 day'`,
    )
  return and(from === null ? undefined : gte(excerpt.eventUntil, from), to === null ? undefined : lte(excerpt.eventFrom, to))
}

const MARKED: Record<Mark, (of: Matching) => SQL | undefined> = {
  new: ({ excerpt, scope: { userId, workspaceId } }) => {
    const visit = and(
      eq(documentVisits.workspaceId, workspaceId),
      eq(documentVisits.userId, userId),
      eq(documentVisits.documentId, excerpt.documentId),
      sql`${documentVisits.visitedAt} >= ${excerpt.createdAt}`,
    )
    return and(sql`${excerpt.taggerId} <> ${userId}`, sql`not exists (select 1 from ${documentVisits} where ${visit})`)
  },
  important: ({ excerpt }) => sql`${excerpt.importantTo} <> '{}'`,
  // As isEdited of lib/excerpt/excerpt.ts says, which counts in UTF-16 units.
  edited: ({ excerpt: { state, quote, taggedQuote } }) => {
    const length = sql`char_length(${taggedQuote}) + char_length(regexp_replace(${taggedQuote}, '[^\\U00010000-\\U0010FFFF]', '', 'g'))`
    const differs = sql`case when ${length} < ${TAGGED_LIMIT - 1} then ${quote} <> ${taggedQuote} else not starts_with(${quote}, ${taggedQuote}) end`
    return and(eq(state, 'anchored'), differs)
  },
  discussed: ({ excerpt, scope: { workspaceId } }) =>
    sql`${excerpt.annotationId} in (select ${threads.annotationId} from ${threads} where ${threads.workspaceId} = ${workspaceId} and ${threads.resolvedAt} is null)`,
}
