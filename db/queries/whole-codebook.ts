import { asc, eq } from 'drizzle-orm'
import type { Db } from '#/db/client.ts'
import { actorDesignations, actorExternalIds } from '#/db/schema/codebook.ts'
import type { Scope } from '#/db/scope.ts'
import type { WholeCodebook } from '#/lib/codebook/whole-codebook.ts'
import { listMemberships } from './actor-details.ts'
import { readCodebook } from './codebook.ts'

/** The codebook of the workspace with all that is known of its actors: in as many queries however many actors there are. */
export async function readWholeCodebook(db: Db, scope: Scope): Promise<WholeCodebook> {
  const { version, kinds, actors, themes } = await readCodebook(db, scope)
  const memberships = Map.groupBy(await listMemberships(db, scope), (one) => one.actorId)
  const ids = actorExternalIds
  const externalIds = await db
    .select({ actorId: ids.actorId, scheme: ids.scheme, value: ids.value })
    .from(ids)
    .where(eq(ids.workspaceId, scope.workspaceId))
    .orderBy(asc(ids.id))
  const said = actorDesignations
  const designations = await db
    .select({
      actorId: said.actorId,
      label: said.label,
      issuer: said.issuer,
      source: said.source,
      from: said.validFrom,
      until: said.validUntil,
    })
    .from(said)
    .where(eq(said.workspaceId, scope.workspaceId))
    .orderBy(asc(said.id))
  const idsOf = Map.groupBy(externalIds, (one) => one.actorId)
  const designationsOf = Map.groupBy(designations, (one) => one.actorId)
  const whole = actors.map((actor) => ({
    ...actor,
    memberships: (memberships.get(actor.id) ?? []).map(({ id: _, actorId: __, ...membership }) => membership),
    externalIds: (idsOf.get(actor.id) ?? []).map(({ actorId: _, ...externalId }) => externalId),
    designations: (designationsOf.get(actor.id) ?? []).map(({ actorId: _, ...designation }) => designation),
  }))
  return { version, kinds, actors: whole, themes }
}
