import { changeActor, replaceAliases } from '#/db/queries/actors.ts'
import type { Scope } from '#/db/scope.ts'
import { checkEntry } from '#/lib/codebook/check-entry.ts'
import { newId } from '#/lib/id.ts'
import { t } from '#/lib/message/t.ts'
import type { CodebookDeps } from './codebook-deps.ts'
import { editActor } from './edit-actor.ts'

/** Makes another name of an actor its main one; the main name before stays as another name. */
export async function promoteAlias(scope: Scope, actorId: string, aliasId: string, deps: CodebookDeps) {
  return editActor(scope, actorId, deps, async (tx, { name, aliases }, live) => {
    const alias = aliases.find(({ id }) => id === aliasId)
    if (!alias) return { ok: false, reason: t('This name was removed meanwhile.') }
    const problem = checkEntry('actor', live, live, actorId, { name: alias.name })
    if (problem) return { ok: false, reason: problem.reason }
    const before = { id: newId(), name, language: 'und', preferred: false, from: null, until: null }
    const next = [...aliases.filter((other) => other !== alias), before]
    await changeActor(tx, scope, actorId, { name: alias.name })
    await replaceAliases(tx, scope, actorId, next)
    return { ok: true, was: { [actorId]: { name, aliases } }, is: { [actorId]: { name: alias.name, aliases: next } } }
  })
}
