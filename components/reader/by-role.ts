import { type ActorRole, ROLES_IN_STATEMENT } from '#/lib/codebook/codebook.ts'

/** Actors as a sentence has them: who speaks or acts, toward whom, who is mentioned. Within a role they keep their order. */
export function byRole<T extends { role: ActorRole }>(actors: readonly T[]): T[] {
  return ROLES_IN_STATEMENT.flatMap((role) => actors.filter((actor) => actor.role === role))
}
