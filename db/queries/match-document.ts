import { and, gte, inArray, lte, or, type SQL, sql } from 'drizzle-orm'
import { documents } from '#/db/schema/documents.ts'
import { documentTexts } from '#/db/schema/excerpts.ts'
import type { Scope } from '#/db/scope.ts'
import { type Condition, type Field, isCondition, type Query } from '#/lib/query/query.ts'
import { containsAny, hasWords } from './match-words.ts'

const FIELDS: ReadonlySet<Field> = new Set(['document', 'title', 'outlet', 'kind', 'language', 'published', 'text'])

/** Whether a query speaks of documents alone: then it is asked of them, who are fewer than excerpts. */
export function saysOfDocuments(query: Query): boolean {
  if (query.is === 'all' || query.is === 'any') return query.of.every(saysOfDocuments)
  if (query.is === 'not') return saysOfDocuments(query.of)
  return isCondition(query) && FIELDS.has(query.is)
}

/** The condition on `documents` of a query that speaks of them alone; null is no. */
export function matchDocument(query: Query, scope: Scope): SQL {
  switch (query.is) {
    case 'all':
      return and(...query.of.map((part) => matchDocument(part, scope))) ?? sql`true`
    case 'any':
      return or(...query.of.map((part) => matchDocument(part, scope))) ?? sql`true`
    case 'not':
      return sql`not coalesce(${matchDocument(query.of, scope)}, false)`
    default:
      return sql`(${isCondition(query) ? matchField(query, scope) : sql`false`})`
  }
}

function matchField(asked: Condition, { workspaceId }: Scope): SQL | undefined {
  switch (asked.is) {
    case 'document':
      return inArray(documents.id, asked.values)
    case 'outlet':
    case 'kind':
    case 'language':
      return inArray(documents[asked.is], asked.values)
    case 'title':
      return containsAny(sql`${documents.title}`, asked.values)
    case 'published':
      return and(
        asked.from === null ? undefined : gte(documents.publishedOn, asked.from),
        asked.to === null ? undefined : lte(documents.publishedOn, asked.to),
      )
    case 'text': {
      const found = hasWords(sql`${documentTexts.words}`, sql`${documentTexts.searchLanguage}`, asked.values)
      return sql`${documents.id} in (select ${documentTexts.documentId} from ${documentTexts} where ${documentTexts.workspaceId} = ${workspaceId} and ${found})`
    }
    default:
      throw new Error(`${asked.is} says nothing of documents`)
  }
}
