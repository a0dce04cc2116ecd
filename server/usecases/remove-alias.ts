import { replaceAliases } from '#/db/queries/actors.ts'
import type { Scope } from '#/db/scope.ts'
import type { CodebookDeps } from './codebook-deps.ts'
import { editActor } from './edit-actor.ts'

/** Takes a name from an actor. Removed already, it is as wished. */
export async function removeAlias(scope: Scope, actorId: string, aliasId: string, deps: CodebookDeps) {
  return editActor(scope, actorId, deps, async (tx, { aliases }) => {
    const left = aliases.filter(({ id }) => id !== aliasId)
    if (left.length === aliases.length) return { ok: true, was: null }
    await replaceAliases(tx, scope, actorId, left)
    return { ok: true, was: { [actorId]: { aliases } }, is: { [actorId]: { aliases: left } } }
  })
}
