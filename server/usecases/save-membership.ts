import { listMemberships, writeMembership } from '#/db/queries/actor-details.ts'
import type { Scope } from '#/db/scope.ts'
import type { Membership } from '#/lib/codebook/actor-details.ts'
import { membershipProblem } from '#/lib/codebook/check-details.ts'
import { loggedMemberships } from '#/lib/codebook/logged-details.ts'
import { newId } from '#/lib/id.ts'
import { t } from '#/lib/message/t.ts'
import { oneLine } from '#/lib/one-line.ts'
import type { CodebookDeps } from './codebook-deps.ts'
import { editActor } from './edit-actor.ts'

/** Makes an actor a member of a group, or changes a membership (`id`). Either of the two may be the actor that is being edited. */
export async function saveMembership(
  scope: Scope,
  actorId: string,
  membership: Omit<Membership, 'id'> & { id?: string },
  deps: CodebookDeps,
) {
  return editActor(scope, actorId, deps, async (tx, _actor, live) => {
    const all = await listMemberships(tx, scope)
    const ofActor = ({ actorId: member, groupId }: Omit<Membership, 'id'>) => member === actorId || groupId === actorId
    const was = all.find((other) => other.id === membership.id && ofActor(other))
    if (membership.id !== undefined && !was) return { ok: false, reason: t('This membership was removed meanwhile.') }
    if (!ofActor(membership)) return { ok: false, field: 'group', reason: t('Choose the actor or the group.') }
    const saved: Membership = { ...membership, id: was?.id ?? newId(), note: oneLine(membership.note) }
    const problem = membershipProblem(saved, all, (id) => live.some((one) => one.id === id))
    if (problem) return problem
    await writeMembership(tx, scope, saved)
    const next = was ? all.map((other) => (other === was ? saved : other)) : [...all, saved]
    const members = [saved.actorId, was?.actorId ?? saved.actorId]
    return { ok: true, was: loggedMemberships(members, all), is: loggedMemberships(members, next) }
  })
}
