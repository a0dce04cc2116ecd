import type { Db } from '#/db/client.ts'
import type { Scope } from '#/db/scope.ts'
import type { WholeActor, WholeCodebook } from '#/lib/codebook/whole-codebook.ts'
import { listMemberships, selectDesignations, selectExternalIds } from './actor-details.ts'
import { listActors, listKinds, listThemes, readCodebookVersion } from './codebook.ts'

/** The actors of the workspace with all that is known of them: in as many queries however many actors there are. */
export async function listWholeActors(db: Db, scope: Pick<Scope, 'workspaceId'>): Promise<WholeActor[]> {
  const actors = await listActors(db, scope)
  const memberships = Map.groupBy(await listMemberships(db, scope), (one) => one.actorId)
  const externalIds = Map.groupBy(await selectExternalIds(db, scope), (one) => one.actorId)
  const designations = Map.groupBy(await selectDesignations(db, scope), (one) => one.actorId)
  return actors.map((actor) => ({
    ...actor,
    memberships: (memberships.get(actor.id) ?? []).map(bare),
    externalIds: (externalIds.get(actor.id) ?? []).map(bare),
    designations: (designations.get(actor.id) ?? []).map(bare),
  }))
}

/** A detail without its own id and its actor's. */
function bare<T extends { id: string; actorId: string }>({ id: _, actorId: __, ...detail }: T): Omit<T, 'id' | 'actorId'> {
  return detail
}

/** The whole codebook of the workspace, as it is taken out and put in. */
export async function readWholeCodebook(db: Db, scope: Scope): Promise<WholeCodebook> {
  return {
    version: await readCodebookVersion(db, scope),
    kinds: await listKinds(db, scope),
    actors: await listWholeActors(db, scope),
    themes: await listThemes(db, scope),
  }
}
