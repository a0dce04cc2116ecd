import type { BookMembership } from '#/lib/format/codebook/book.ts'
import { t } from '#/lib/message/t.ts'
import { oneLine } from '#/lib/one-line.ts'
import { DETAIL_LIMIT } from '../actor-details.ts'
import { readExternalId } from '../external-id.ts'
import { overlap } from '../validity.ts'
import type { WholeActor, WholeDesignation, WholeExternalId, WholeMembership } from '../whole-codebook.ts'
import { importedDays, type Lose } from './clean-import.ts'
import type { ImportStep } from './import-plan.ts'

/** Identifiers as they are kept; those that are none in their register are left out. */
export function importedIds(given: readonly WholeExternalId[], of: string, lose: Lose): WholeExternalId[] {
  return given.flatMap(({ scheme, value }) => {
    const read = readExternalId(scheme, value)
    if (read.ok) return [{ scheme: read.scheme, value: read.value }]
    lose(t('“{value}” ({scheme}) of “{of}” is left out: {reason}', { value, scheme, of, reason: read.reason }))
    return []
  })
}

export function importedDesignations(given: readonly WholeDesignation[], of: string, lose: Lose): WholeDesignation[] {
  return given.flatMap((designation) => {
    const line = (text: string) => importedLine(text, of, lose)
    const label = line(designation.label)
    const { issuer, source } = designation
    return label ? [{ label, issuer: line(issuer), source: line(source), ...importedDays(designation, of, lose) }] : []
  })
}

/** @param groupIdOf the actor a name or key of the file means here */
export function importedMemberships(
  given: readonly BookMembership[],
  member: { id: string; name: string },
  groupIdOf: (group: string) => string | undefined,
  lose: Lose,
): WholeMembership[] {
  return given.flatMap(({ group, note, ...days }) => {
    const groupId = groupIdOf(group)
    if (groupId && groupId !== member.id)
      return [{ groupId, note: importedLine(note, member.name, lose), ...importedDays(days, member.name, lose) }]
    lose(
      groupId
        ? t('“{member}” is not put into “{group}”: nobody belongs to itself.', { member: member.name, group })
        : t('“{member}” is not put into “{group}”: there is no such actor.', { member: member.name, group }),
    )
    return []
  })
}

/** The memberships without those that say twice that somebody is in a group at a time; the first stays. */
export function withoutOverlaps(memberships: readonly WholeMembership[]): WholeMembership[] {
  return memberships.filter((one, at) => !memberships.slice(0, at).some((other) => other.groupId === one.groupId && overlap(other, one)))
}

/** Takes out memberships by which a group would belong to its own members. */
export function breakMembershipRings(live: readonly WholeActor[], steps: ImportStep<WholeActor>[], lose: Lose): ImportStep<WholeActor>[] {
  const groupsOf = new Map(live.map(({ id, memberships }) => [id, memberships]))
  for (const { after } of steps) groupsOf.set(after.id, after.memberships)
  const reaches = (from: string, to: string) => {
    const seen = new Set([from])
    for (const id of seen) for (const { groupId } of groupsOf.get(id) ?? []) seen.add(groupId)
    return seen.has(to)
  }
  return steps.map((step) => {
    const { id, name, memberships } = step.after
    const kept = memberships.filter(({ groupId }) => !reaches(groupId, id))
    if (kept.length === memberships.length) return step
    lose(t('A group of “{name}” is left out: it would belong to its own member.', { name }))
    groupsOf.set(id, kept)
    return { ...step, after: { ...step.after, memberships: kept } }
  })
}

function importedLine(text: string, of: string, lose: Lose): string {
  const line = oneLine(text)
  if (line.length <= DETAIL_LIMIT) return line
  lose(t('A text of “{of}” is cut: it has more than {limit} characters.', { of, limit: DETAIL_LIMIT }))
  return line.slice(0, DETAIL_LIMIT).toWellFormed()
}
