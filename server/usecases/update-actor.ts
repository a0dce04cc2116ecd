import { changeActor, replaceAliases } from '#/db/queries/actors.ts'
import { listActors, listKinds } from '#/db/queries/codebook.ts'
import { recordCodebookChange } from '#/db/queries/codebook-changes.ts'
import { lockWorkspace } from '#/db/queries/lock-workspace.ts'
import type { Scope } from '#/db/scope.ts'
import { isUniqueViolation } from '#/db/unique-violation.ts'
import { can } from '#/lib/access/roles.ts'
import { actorProblem } from '#/lib/codebook/check-actor.ts'
import { checkEntry } from '#/lib/codebook/check-entry.ts'
import { cleanAliases, cleanName } from '#/lib/codebook/clean-name.ts'
import type { Actor } from '#/lib/codebook/codebook.ts'
import { codebookDifference } from '#/lib/codebook/codebook-state.ts'
import type { ActorChange, NewAlias } from '#/lib/codebook/input.ts'
import type { Refused } from '#/lib/codebook/refused.ts'
import { t } from '#/lib/message/t.ts'
import { ACTOR_GONE, type CodebookDeps, MAY_NOT_MANAGE } from './codebook-deps.ts'

/** Renames, describes, recolours, nests an actor or changes its other names. */
export async function updateActor(
  scope: Scope,
  id: string,
  change: ActorChange,
  deps: CodebookDeps,
): Promise<{ ok: true; actor: Actor } | Refused> {
  if (!can(scope.role, 'manage-codebook')) return MAY_NOT_MANAGE
  try {
    const outcome = await deps.db.transaction(async (tx): Promise<{ ok: true; actor: Actor } | Refused> => {
      await lockWorkspace(tx, scope)
      const live = await listActors(tx, scope)
      const was = live.find((actor) => actor.id === id)
      if (!was) return ACTOR_GONE
      const problem =
        checkEntry('actor', live, live, id, { ...change, text: change.description }) ?? actorProblem(change, await listKinds(tx, scope))
      if (problem) return { ok: false, ...problem }
      const actor = apply(was, change)
      const { aliases, id: _, ...columns } = actor
      await changeActor(tx, scope, id, columns)
      if (aliases !== was.aliases) await replaceAliases(tx, scope, id, aliases)
      const difference = codebookDifference({ actors: [was] }, { actors: [actor] })
      await recordCodebookChange(tx, scope, { act: 'changed', entry: 'actor', entryId: id, name: was.name, ...difference })
      return { ok: true, actor }
    })
    if (outcome.ok) deps.notify('actors', id)
    return outcome
  } catch (error) {
    if (isUniqueViolation(error)) return { ok: false, field: 'name', reason: t('Another actor already has this name.') }
    throw error
  }
}

function apply(was: Actor, change: ActorChange): Actor {
  const name = change.name === undefined ? was.name : cleanName(change.name)
  return {
    id: was.id,
    name,
    kind: change.kind ?? was.kind,
    parentId: change.parentId === undefined ? was.parentId : change.parentId,
    description: change.description === undefined ? was.description : change.description.trim(),
    aliases: change.aliases || change.name !== undefined ? cleanAliases(ownIds(change.aliases, was) ?? was.aliases, name) : was.aliases,
    hue: change.hue === undefined ? was.hue : change.hue,
    state: was.state,
  }
}

/** Names keep the ids they have here; an id from elsewhere is none. */
function ownIds(aliases: ActorChange['aliases'], was: Actor): NewAlias[] | undefined {
  const own = new Set(was.aliases.map((alias) => alias.id))
  return aliases?.map(({ id, ...alias }) => (id !== undefined && own.has(id) ? { id, ...alias } : alias))
}
