import type { BookAlias } from '#/lib/format/codebook/book.ts'
import { cleanSourceText } from '#/lib/format/import/clean-source-text.ts'
import { t } from '#/lib/message/t.ts'
import { cleanName, DESCRIPTION_LIMIT, NAME_LIMIT, nameKey } from '../clean-name.ts'

/** The most other names, groups, ids or designations of an actor, and examples of a theme. */
const MOST_OF_ONE = 200

/** Collects what is left out, in sentences. */
export type Lose = (sentence: string) => void

/** A name as it is kept; null when there is none, or it is too long to be one. */
export function importedName(name: string, lose: Lose): string | null {
  const clean = cleanName(name)
  if (clean.length <= NAME_LIMIT) return clean || null
  lose(t('“{name}…” is left out: a name has at most {limit} characters.', { name: clean.slice(0, 60), limit: NAME_LIMIT }))
  return null
}

/** A text as it is kept, cut at its limit. */
export function importedText(text: string, of: string, lose: Lose): string {
  const clean = cleanSourceText(text).trim()
  if (clean.length <= DESCRIPTION_LIMIT) return clean
  lose(t('A text of “{of}” is cut: it has more than {limit} characters.', { of, limit: DESCRIPTION_LIMIT }))
  return clean.slice(0, DESCRIPTION_LIMIT).toWellFormed().trimEnd()
}

/** Other names of an actor: distinct, one preferred name per language, no days that run backwards. */
export function importedAliases(aliases: readonly BookAlias[], own: string, lose: Lose): BookAlias[] {
  const seen = new Set([nameKey(own)])
  const preferred = new Set<string>()
  const kept: BookAlias[] = []
  for (const given of aliases) {
    const name = importedName(given.name, lose)
    if (name === null || seen.has(nameKey(name))) continue
    seen.add(nameKey(name))
    const isFirst = !preferred.has(given.language)
    if (given.preferred && !isFirst)
      lose(t('“{own}” has two preferred names in {language}: the first stays so.', { own, language: given.language }))
    if (given.preferred) preferred.add(given.language)
    kept.push({ ...given, name, preferred: given.preferred && isFirst, ...importedDays(given, own, lose) })
  }
  return atMost(kept, own, lose)
}

/** First and last day; both open when they are the wrong way round. */
export function importedDays<T extends { from: string | null; until: string | null }>({ from, until }: T, of: string, lose: Lose) {
  if (from === null || until === null || from <= until) return { from, until }
  lose(t('Days of “{of}” are left out: {until} is before {from}.', { of, until, from }))
  return { from: null, until: null }
}

/** The first of a list that is too long. */
export function atMost<T>(list: T[], of: string, lose: Lose): T[] {
  if (list.length <= MOST_OF_ONE) return list
  lose(t('“{of}” has more than {limit} entries of one sort: the rest is left out.', { of, limit: MOST_OF_ONE }))
  return list.slice(0, MOST_OF_ONE)
}
