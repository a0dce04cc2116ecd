import { t } from '#/lib/message/t.ts'
import { oneLine } from '#/lib/one-line.ts'
import { DETAIL_LIMIT, type Designation, type Membership } from './actor-details.ts'
import { overlap, validityProblem } from './validity.ts'

/** What is wrong with a detail of an actor: a sentence, and the field it is about. */
export interface DetailProblem {
  ok: false
  reason: string
  field?: DetailField
}
export type DetailField = 'name' | 'language' | 'dates' | 'group' | 'note' | 'label' | 'issuer' | 'source' | 'scheme' | 'value'

/**
 * Checks a membership that is about to be kept; undefined when all is well. Nobody is a member of itself, of its members, or twice at
 * the same time.
 * @param among all memberships of the workspace; one of the same id is the one that changes
 * @param isActor whether there is a live actor of this id
 */
export function membershipProblem(
  membership: Membership,
  among: readonly Membership[],
  isActor: (id: string) => boolean,
): DetailProblem | undefined {
  const { id, actorId, groupId, note } = membership
  const fault = (field: DetailField, reason: string): DetailProblem => ({ ok: false, field, reason })
  if (!isActor(actorId) || !isActor(groupId)) return fault('group', t('That actor was deleted meanwhile. Choose another.'))
  const others = among.filter((other) => other.id !== id)
  if (actorId === groupId || isWithin(others, groupId, actorId))
    return fault('group', t('A group cannot be a member of itself or of its members.'))
  const dates = validityProblem(membership)
  if (dates) return fault('dates', dates)
  if (others.some((other) => other.actorId === actorId && other.groupId === groupId && overlap(other, membership)))
    return fault('dates', t('It is a member at that time already. Change the dates of one of them.'))
  return tooLong(note, 'note')
}

/** Whether `actorId` is in `groupId`, directly or through groups between them. */
function isWithin(memberships: readonly Membership[], actorId: string, groupId: string): boolean {
  const groupsOf = Map.groupBy(memberships, (membership) => membership.actorId)
  const seen = new Set([actorId])
  for (const id of seen) for (const above of groupsOf.get(id) ?? []) seen.add(above.groupId)
  return seen.has(groupId)
}

/** Checks a designation that is about to be kept; undefined when all is well. */
export function designationProblem(designation: Designation): DetailProblem | undefined {
  if (!designation.label) return { ok: false, field: 'label', reason: t('Say what it was declared to be.') }
  const dates = validityProblem(designation)
  if (dates) return { ok: false, field: 'dates', reason: dates }
  return tooLong(designation.label, 'label') ?? tooLong(designation.issuer, 'issuer') ?? tooLong(designation.source, 'source')
}

/** A designation as it is kept: every text one line. */
export function cleanDesignation(designation: Designation): Designation {
  const { label, issuer, source } = designation
  return { ...designation, label: oneLine(label), issuer: oneLine(issuer), source: oneLine(source) }
}

function tooLong(text: string, field: DetailField): DetailProblem | undefined {
  if (text.length <= DETAIL_LIMIT) return undefined
  return {
    ok: false,
    field,
    reason: t('Shorten the text to {limit} characters; it has {length}.', { limit: DETAIL_LIMIT, length: text.length }),
  }
}
