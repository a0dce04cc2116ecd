import type { Codebook } from '#/lib/codebook/codebook.ts'
import type { ExcerptFilter } from '#/lib/excerpt/filter.ts'

/**
 * What an export was narrowed to, in words: actors and themes by name, everything else by number. Words that were searched
 * for are not repeated: they may be the document's.
 */
export function filterSummary(filter: ExcerptFilter, { actors, themes }: Codebook): string {
  const named = (all: readonly { id: string; name: string }[], ids: readonly string[]) =>
    ids.map((id) => all.find((entry) => entry.id === id)?.name ?? 'deleted').join(', ')
  const parts = [
    filter.ids.length > 0 && `chosen statements: ${filter.ids.length}`,
    filter.text && 'words searched for',
    filter.actors.length > 0 &&
      `actors: ${named(
        actors,
        filter.actors.map(({ id }) => id),
      )}`,
    filter.roles.length > 0 && `roles: ${filter.roles.join(', ')}`,
    filter.themeIds.length > 0 && `themes: ${named(themes, filter.themeIds)}`,
    filter.stances.length > 0 && `stances: ${filter.stances.join(', ')}`,
    filter.documentIds.length > 0 && `documents: ${filter.documentIds.length}`,
    filter.languages.length > 0 && `languages: ${filter.languages.join(', ')}`,
    filter.taggerIds.length > 0 && `people: ${filter.taggerIds.length}`,
    filter.publishedFrom && `published from ${filter.publishedFrom}`,
    filter.publishedTo && `published to ${filter.publishedTo}`,
    filter.statuses.length > 0 && `status: ${filter.statuses.join(', ')}`,
    filter.certainties.length > 0 && `certainty: ${filter.certainties.join(', ')}`,
    filter.happenedFrom && `happened from ${filter.happenedFrom}`,
    filter.happenedTo && `happened to ${filter.happenedTo}`,
    filter.layerId && 'one layer',
    filter.state === 'orphan' && 'detached ones only',
    filter.state === 'all' && 'detached ones too',
  ]
  return parts.filter(Boolean).join('; ')
}
