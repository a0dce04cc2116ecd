import type { Membership } from './actor-details.ts'
import type { Actor } from './codebook.ts'
import type { WholeActor } from './whole-codebook.ts'

type Details = Pick<WholeActor, 'memberships' | 'externalIds' | 'designations'>

/** Details of an actor as states of the codebook and its change log have them: without ids of their own, and null for none. */
export type LoggedDetails = { [Field in keyof Details]: readonly unknown[] | null }

/** An actor with its details as states and the change log have it. */
export function loggedActor<A extends WholeActor>({ memberships, externalIds, designations, ...actor }: A): Actor & LoggedDetails {
  return { ...actor, memberships: logged(memberships), externalIds: logged(externalIds), designations: logged(designations) }
}

/** A list of details as the log has it. */
export function logged<T extends object>(list: readonly T[]): readonly unknown[] | null {
  return list.length > 0 ? list.map((item) => ({ ...item, id: undefined })) : null
}

/** The memberships of each of these actors in groups: they are logged with the member. */
export function loggedMemberships(
  memberIds: readonly string[],
  all: readonly Membership[],
): Record<string, Pick<LoggedDetails, 'memberships'>> {
  const of = (id: string) => all.filter((membership) => membership.actorId === id).map(({ actorId: _, ...membership }) => membership)
  return Object.fromEntries(memberIds.map((id) => [id, { memberships: logged(of(id)) }]))
}
