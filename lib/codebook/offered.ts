import type { Actor, Codebook, EntryState, Theme } from './codebook.ts'

/** Whether an entry may be tagged with: archived ones stay where they are and are offered nowhere. */
export const isOffered = ({ state }: { state: EntryState }): boolean => state !== 'archived'

/** The actors and themes that pickers, keys and type-ahead have to offer. */
export function offeredEntries({ actors, themes }: Pick<Codebook, 'actors' | 'themes'>): { actors: Actor[]; themes: Theme[] } {
  return { actors: actors.filter(isOffered), themes: themes.filter(isOffered) }
}
