import { or, type SQL, sql } from 'drizzle-orm'
import { SEARCH_LANGUAGES } from '#/lib/query/search-language.ts'

/**
 * Whether any of some words or phrases is in a column of full-text words, each looked up in the language of the row. Words that say
 * nothing in a language ("the") are found nowhere in it.
 */
export function hasWords(words: SQL, language: SQL, asked: readonly string[]): SQL {
  const ways = SEARCH_LANGUAGES.flatMap((name) =>
    asked.map((term) => sql`(${language} = ${name} and ${words} @@ phraseto_tsquery(${`pg_catalog.${name}`}::regconfig, ${term}))`),
  )
  return or(...ways) ?? sql`false`
}

/** Whether a text holds any of these, as part of a word too, in any case. */
export function containsAny(text: SQL, asked: readonly string[]): SQL {
  return or(...asked.map((term) => sql`${text} ilike ${likePattern(term)}`)) ?? sql`false`
}

/** Whatever holds this text. */
export function likePattern(text: string): string {
  return `%${text.replace(/[\\%_]/g, '\\$&')}%`
}
