import { type SQL, sql } from 'drizzle-orm'
import { text } from 'drizzle-orm/pg-core'
import { SEARCH_LANGUAGES, type SearchLanguage } from '#/lib/query/search-language.ts'

/** The text search configuration for a document's language; follows it (see db/queries/search-language.ts). */
export const searchLanguage = () => text('search_language', { enum: SEARCH_LANGUAGES }).notNull().default('simple')

/** The most characters of a column whose words are kept: a value of type `tsvector` is one megabyte at most. Enough for any quote. */
const MOST = 65_536

/**
 * The words of a column, in the language of its row. (Not by a column of type `regconfig`: with one, a server cannot be upgraded
 * by pg_upgrade.)
 */
export function wordsOf(column: 'quote' | 'text'): SQL {
  const words = (language: SearchLanguage) => `to_tsvector('pg_catalog.${language}'::regconfig, left("${column}", ${MOST}))`
  const cases = SEARCH_LANGUAGES.filter((language) => language !== 'simple').map((language) => `when '${language}' then ${words(language)}`)
  return sql.raw(`case search_language ${cases.join(' ')} else ${words('simple')} end`)
}
