import { createContext } from 'react'
import type { Codebook, EntryState } from '#/lib/codebook/codebook.ts'

/** The actors and themes that are proposed or archived, by id: their chips say so. */
export const EntryStates = createContext<ReadonlyMap<string, EntryState>>(new Map())

export function entryStates({ actors, themes }: Codebook): ReadonlyMap<string, EntryState> {
  return new Map([...actors, ...themes].filter(({ state }) => state !== 'live').map(({ id, state }) => [id, state]))
}
