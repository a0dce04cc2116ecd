import { type Merged, resolveId } from '#/lib/codebook/resolve-id.ts'
import type { ExcerptFilter } from './filter.ts'

/** What a filter asks for now that entries were merged: an address may have been kept since before. */
export function mergedFilter(filter: ExcerptFilter, merged: Merged): ExcerptFilter {
  const actors = filter.actors.map((actor) => ({ ...actor, id: resolveId(merged, actor.id) }))
  const isFirst = ({ id, role }: (typeof actors)[number], at: number) =>
    actors.findIndex((other) => other.id === id && other.role === role) === at
  return { ...filter, actors: actors.filter(isFirst), themeIds: [...new Set(filter.themeIds.map((id) => resolveId(merged, id)))] }
}
