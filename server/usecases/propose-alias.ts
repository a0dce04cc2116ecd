import { listActors } from '#/db/queries/codebook.ts'
import { lockWorkspace } from '#/db/queries/lock-workspace.ts'
import { insertProposal } from '#/db/queries/proposals.ts'
import type { Scope } from '#/db/scope.ts'
import { can } from '#/lib/access/roles.ts'
import { cleanName, NAME_LIMIT, nameKey } from '#/lib/codebook/clean-name.ts'
import { namesOf } from '#/lib/codebook/codebook.ts'
import type { NewAliasProposal } from '#/lib/codebook/proposal.ts'
import type { Refused } from '#/lib/codebook/refused.ts'
import { t } from '#/lib/message/t.ts'
import { ACTOR_GONE, type CodebookDeps, MAY_NOT_PROPOSE } from './codebook-deps.ts'

/** Proposes another name of an actor. It is none of its names until somebody accepts it. */
export async function proposeAlias(
  scope: Scope,
  { actorId, name: typed, ...reason }: NewAliasProposal,
  deps: CodebookDeps,
): Promise<{ ok: true; proposalId: string } | Refused> {
  if (!can(scope.role, 'propose-codebook')) return MAY_NOT_PROPOSE
  const name = cleanName(typed)
  if (!name) return { ok: false, field: 'name', reason: t('Type the name to propose.') }
  if (name.length > NAME_LIMIT)
    return {
      ok: false,
      field: 'name',
      reason: t('Shorten the name to {limit} characters; it has {length}.', { limit: NAME_LIMIT, length: name.length }),
    }
  const outcome = await deps.db.transaction(async (tx): Promise<{ ok: true; proposalId: string } | Refused> => {
    await lockWorkspace(tx, scope)
    const actor = (await listActors(tx, scope)).find(({ id }) => id === actorId)
    if (!actor) return ACTOR_GONE
    if (namesOf(actor).some((other) => nameKey(other) === nameKey(name)))
      return { ok: false, field: 'name', reason: t('“{actor}” has this name already.', { actor: actor.name }), existingId: actorId }
    return { ok: true, proposalId: await insertProposal(tx, scope, { ...reason, kind: 'alias', entryId: actorId, name }) }
  })
  if (outcome.ok) deps.notify('proposals', outcome.proposalId)
  return outcome
}
