import { insertActor } from '#/db/queries/actors.ts'
import { listActors, listKinds } from '#/db/queries/codebook.ts'
import { recordCodebookChange } from '#/db/queries/codebook-changes.ts'
import { lockWorkspace } from '#/db/queries/lock-workspace.ts'
import { insertProposal } from '#/db/queries/proposals.ts'
import type { Scope } from '#/db/scope.ts'
import { isUniqueViolation } from '#/db/unique-violation.ts'
import { can } from '#/lib/access/roles.ts'
import { actorProblem } from '#/lib/codebook/check-actor.ts'
import { checkEntry } from '#/lib/codebook/check-entry.ts'
import { cleanAliases, cleanName } from '#/lib/codebook/clean-name.ts'
import type { Actor } from '#/lib/codebook/codebook.ts'
import { codebookDifference } from '#/lib/codebook/codebook-state.ts'
import type { NewActor } from '#/lib/codebook/input.ts'
import type { Refused } from '#/lib/codebook/refused.ts'
import { newId } from '#/lib/id.ts'
import { t } from '#/lib/message/t.ts'
import { type CodebookDeps, MAY_NOT_PROPOSE } from './codebook-deps.ts'

/** Adds an actor. Coders propose it: a tag often needs a name nobody entered yet, and can have it at once. */
export async function createActor(scope: Scope, input: NewActor, deps: CodebookDeps): Promise<{ ok: true; actor: Actor } | Refused> {
  if (!can(scope.role, 'propose-codebook')) return MAY_NOT_PROPOSE
  const name = cleanName(input.name)
  const actor: Actor = {
    id: newId(),
    name,
    kind: input.kind ?? 'other',
    parentId: input.parentId ?? null,
    description: input.description?.trim() ?? '',
    aliases: cleanAliases(input.aliases?.map(({ id: _, ...alias }) => alias) ?? [], name),
    hue: input.hue ?? null,
    state: can(scope.role, 'manage-codebook') ? 'live' : 'proposed',
  }
  try {
    const problem = await deps.db.transaction(async (tx) => {
      await lockWorkspace(tx, scope)
      const live = await listActors(tx, scope)
      const found =
        checkEntry('actor', live, live, actor.id, { ...actor, text: actor.description }) ??
        actorProblem({ ...input, kind: actor.kind }, await listKinds(tx, scope))
      if (found) return found
      await insertActor(tx, scope, actor)
      if (actor.state === 'proposed') await insertProposal(tx, scope, { ...input, kind: 'actor', entryId: actor.id, name })
      const difference = codebookDifference({}, { actors: [actor] })
      await recordCodebookChange(tx, scope, { act: 'added', entry: 'actor', entryId: actor.id, name, ...difference })
      return undefined
    })
    if (problem) return { ok: false, ...problem }
  } catch (error) {
    if (isUniqueViolation(error)) return { ok: false, field: 'name', reason: t('An actor named “{name}” already exists.', { name }) }
    throw error
  }
  deps.notify('actors', actor.id)
  if (actor.state === 'proposed') deps.notify('proposals', actor.id)
  return { ok: true, actor }
}
