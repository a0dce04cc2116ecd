import { and, asc, eq, isNull, or, type SQL } from 'drizzle-orm'
import { alias } from 'drizzle-orm/pg-core'
import type { Db } from '#/db/client.ts'
import { actorDesignations, actorExternalIds, actorMemberships, actors } from '#/db/schema/codebook.ts'
import type { Scope } from '#/db/scope.ts'
import type { ActorDetails, Designation, Membership } from '#/lib/codebook/actor-details.ts'
import type { ExternalId } from '#/lib/codebook/external-id.ts'

/** What is known of an actor beside its names, in the order it was written down. */
export async function readActorDetails(db: Db, scope: Scope, actorId: string): Promise<ActorDetails> {
  const ofActor = or(eq(actorMemberships.actorId, actorId), eq(actorMemberships.groupId, actorId))
  const bare = <T extends { actorId: string }>(rows: readonly T[]) => rows.map(({ actorId: _, ...row }) => row)
  return {
    memberships: await selectMemberships(db, scope, ofActor),
    externalIds: bare(await selectExternalIds(db, scope, eq(actorExternalIds.actorId, actorId))),
    designations: bare(await selectDesignations(db, scope, eq(actorDesignations.actorId, actorId))),
  }
}

/** Every membership between live actors of the workspace. */
export async function listMemberships(db: Db, scope: Pick<Scope, 'workspaceId'>): Promise<Membership[]> {
  return selectMemberships(db, scope)
}

const MEMBERS = alias(actors, 'members')
const GROUPS = alias(actors, 'groups')

async function selectMemberships(db: Db, scope: Pick<Scope, 'workspaceId'>, which?: SQL): Promise<Membership[]> {
  const { id, actorId, groupId, note, validFrom, validUntil } = actorMemberships
  return db
    .select({ id, actorId, groupId, note, from: validFrom, until: validUntil })
    .from(actorMemberships)
    .innerJoin(MEMBERS, and(eq(MEMBERS.id, actorId), isNull(MEMBERS.deletedAt)))
    .innerJoin(GROUPS, and(eq(GROUPS.id, groupId), isNull(GROUPS.deletedAt)))
    .where(and(eq(actorMemberships.workspaceId, scope.workspaceId), which))
    .orderBy(asc(id))
}

/** Identifiers with their actor's id: of all actors, or those asked for. */
export async function selectExternalIds(db: Db, scope: Pick<Scope, 'workspaceId'>, which?: SQL) {
  const { actorId, id, scheme, value } = actorExternalIds
  return db
    .select({ actorId, id, scheme, value })
    .from(actorExternalIds)
    .where(and(eq(actorExternalIds.workspaceId, scope.workspaceId), which))
    .orderBy(asc(id))
}

/** Designations with their actor's id: of all actors, or those asked for. */
export async function selectDesignations(db: Db, scope: Pick<Scope, 'workspaceId'>, which?: SQL) {
  const { actorId, id, label, issuer, source, validFrom, validUntil } = actorDesignations
  return db
    .select({ actorId, id, label, issuer, source, from: validFrom, until: validUntil })
    .from(actorDesignations)
    .where(and(eq(actorDesignations.workspaceId, scope.workspaceId), which))
    .orderBy(asc(id))
}

/** Writes a membership, whether it is new or was there. */
export async function writeMembership(db: Db, scope: Scope, { id, from, until, ...columns }: Membership): Promise<void> {
  const values = { ...columns, validFrom: from, validUntil: until }
  const { workspaceId } = scope
  await db
    .insert(actorMemberships)
    .values({ id, workspaceId, ...values })
    .onConflictDoUpdate({ target: actorMemberships.id, set: values, setWhere: eq(actorMemberships.workspaceId, workspaceId) })
}

/** Writes an identifier of an actor, whether it is new or was there. */
export async function writeExternalId(db: Db, scope: Scope, actorId: string, { id, ...values }: ExternalId): Promise<void> {
  const { workspaceId } = scope
  await db
    .insert(actorExternalIds)
    .values({ id, workspaceId, actorId, ...values })
    .onConflictDoUpdate({ target: actorExternalIds.id, set: values, setWhere: eq(actorExternalIds.workspaceId, workspaceId) })
}

/** Writes a designation of an actor, whether it is new or was there. */
export async function writeDesignation(db: Db, scope: Scope, actorId: string, { id, from, until, ...columns }: Designation): Promise<void> {
  const values = { ...columns, validFrom: from, validUntil: until }
  const { workspaceId } = scope
  await db
    .insert(actorDesignations)
    .values({ id, workspaceId, actorId, ...values })
    .onConflictDoUpdate({ target: actorDesignations.id, set: values, setWhere: eq(actorDesignations.workspaceId, workspaceId) })
}

const TABLES = { memberships: actorMemberships, externalIds: actorExternalIds, designations: actorDesignations } as const

/** Deletes one of the details of an actor. */
export async function deleteDetail(db: Db, scope: Scope, what: keyof typeof TABLES, id: string): Promise<void> {
  const table = TABLES[what]
  await db.delete(table).where(and(eq(table.workspaceId, scope.workspaceId), eq(table.id, id)))
}
