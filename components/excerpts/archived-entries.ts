import { createContext } from 'react'
import type { Codebook } from '#/lib/codebook/codebook.ts'
import { isOffered } from '#/lib/codebook/offered.ts'

/** Ids of the actors and themes that are archived: their chips say so. */
export const ArchivedEntries = createContext<ReadonlySet<string>>(new Set())

export function archivedIds({ actors, themes }: Codebook): ReadonlySet<string> {
  return new Set([...actors, ...themes].flatMap((entry) => (isOffered(entry) ? [] : [entry.id])))
}
