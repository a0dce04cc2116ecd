import type * as Y from 'yjs'
import { liveAliases } from '#/lib/anchor/alias.ts'
import type { IdRun } from '#/lib/annotation/model.ts'

/**
 * The identity the characters of a run had when they were first typed or imported: the alias log, followed backwards.
 * As many characters as the run has, in the same order.
 */
export type Origins = (run: IdRun) => IdRun[]

/** Reads the alias log of a text backwards, as it is whenever it is asked. */
export function readOrigins(map: Y.Map<unknown>): Origins {
  const { bodies } = liveAliases(map)
  return (run) => bodies.origins(run)
}
