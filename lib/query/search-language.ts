/** PostgreSQL's text search configurations that are used: with word forms for three languages, without for all others. */
export const SEARCH_LANGUAGES = ['english', 'russian', 'arabic', 'simple'] as const
export type SearchLanguage = (typeof SEARCH_LANGUAGES)[number]

const BY_TAG: Readonly<Record<string, SearchLanguage>> = { en: 'english', ru: 'russian', ar: 'arabic' }

/** How words of a document are searched for. @param language BCP 47 */
export function searchLanguageOf(language: string): SearchLanguage {
  const [tag = ''] = language.toLowerCase().split('-')
  return Object.hasOwn(BY_TAG, tag) ? (BY_TAG[tag] ?? 'simple') : 'simple'
}
