import type { ActorRole } from '#/lib/codebook/codebook.ts'
import type { Excerpt } from '#/lib/excerpt/excerpt.ts'
import type { ExcerptFilter } from '#/lib/excerpt/filter.ts'
import { fold } from '#/lib/excerpt/fold.ts'
import { searchTerms } from '#/lib/excerpt/search-terms.ts'

/**
 * What a filter means, said a second time without a database: whether it asks for this excerpt.
 *
 * @param isBelow whether the first theme is the second or stands below it
 */
export function filterInMemory(filter: ExcerptFilter, excerpt: Excerpt, isBelow: (id: string, top: string) => boolean): boolean {
  const { document, actors, themes, facts } = excerpt
  const asks = <T>(asked: readonly T[], has: (value: T) => boolean, match: 'all' | 'any' = 'any') =>
    asked.length === 0 || (match === 'all' ? asked.every(has) : asked.some(has))
  const stands = (id: string, role: ActorRole | null) => actors.some((actor) => actor.id === id && (role === null || actor.role === role))
  const towards = (top: string) =>
    themes.some(
      (theme) =>
        (filter.includeDescendants ? isBelow(theme.id, top) : theme.id === top) &&
        asks(filter.stances, (stance) => stance === theme.stance),
    )
  const words = fold(`${excerpt.quote} ${excerpt.memo}`)
  return (
    (filter.state === 'all' || excerpt.state === filter.state) &&
    asks(filter.ids, (id) => id === excerpt.annotationId) &&
    asks(filter.actors, ({ id, role }) => stands(id, role), filter.actorMatch) &&
    asks(filter.roles, (role) => actors.some((actor) => actor.role === role)) &&
    asks(filter.themeIds, towards, filter.themeMatch) &&
    (filter.themeIds.length > 0 || asks(filter.stances, (stance) => themes.some((theme) => theme.stance === stance))) &&
    asks(filter.documentIds, (id) => id === document.id) &&
    asks(filter.languages, (language) => language === document.language) &&
    asks(filter.taggerIds, (id) => id === excerpt.tagger.id) &&
    (filter.publishedFrom === null || (document.publishedOn !== null && document.publishedOn >= filter.publishedFrom)) &&
    (filter.publishedTo === null || (document.publishedOn !== null && document.publishedOn <= filter.publishedTo)) &&
    asks(filter.statuses, (status) => status === facts.status) &&
    asks(filter.certainties, (certainty) => certainty === facts.certainty) &&
    (filter.happenedFrom === null || (facts.date !== null && facts.date.until >= filter.happenedFrom)) &&
    (filter.happenedTo === null || (facts.date !== null && facts.date.from <= filter.happenedTo)) &&
    (filter.layerId === null || filter.layerId === excerpt.layerId) &&
    searchTerms(filter.text).every((term) => words.includes(term))
  )
}
