import { and, eq, inArray, isNotNull, isNull, notInArray } from 'drizzle-orm'
import type { Db } from '#/db/client.ts'
import { actorAliases, actors } from '#/db/schema/codebook.ts'
import type { Scope } from '#/db/scope.ts'
import type { Actor, ActorAlias } from '#/lib/codebook/codebook.ts'

type ActorColumns = Pick<Actor, 'name' | 'kind' | 'parentId' | 'description' | 'hue' | 'state'>

/** Adds an actor with its other names. */
export async function insertActor(db: Db, scope: Scope, actor: Actor): Promise<void> {
  const { aliases: _, ...columns } = actor
  await db.insert(actors).values({ ...columns, workspaceId: scope.workspaceId, createdBy: scope.userId })
  await replaceAliases(db, scope, actor.id, actor.aliases)
}

/** Writes columns of a live actor. */
export async function changeActor(db: Db, scope: Scope, id: string, columns: Partial<ActorColumns>): Promise<void> {
  await db
    .update(actors)
    .set({ ...columns, updatedAt: new Date() })
    .where(and(eq(actors.workspaceId, scope.workspaceId), eq(actors.id, id), isNull(actors.deletedAt)))
}

/**
 * Makes these the other names of an actor. They are listed by id, so their ids must sort in the order wanted. A name that stays keeps
 * its row, and with it what is known of where it came from.
 */
export async function replaceAliases(db: Db, scope: Scope, actorId: string, aliases: readonly ActorAlias[]): Promise<void> {
  const { workspaceId } = scope
  const own = and(eq(actorAliases.workspaceId, workspaceId), eq(actorAliases.actorId, actorId))
  const before = await db.select({ id: actorAliases.id, name: actorAliases.name }).from(actorAliases).where(own)
  const named = new Map(before.map(({ id, name }) => [id, name]))
  const stays = (alias: ActorAlias) => named.get(alias.id) === alias.name
  const kept = aliases.filter(stays).map((alias) => alias.id)
  await db.delete(actorAliases).where(and(own, notInArray(actorAliases.id, kept)))
  for (const { id, language, preferred, from, until } of aliases.filter(stays)) {
    const columns = { language, preferred, validFrom: from, validUntil: until }
    await db
      .update(actorAliases)
      .set(columns)
      .where(and(own, eq(actorAliases.id, id)))
  }
  const added = aliases.filter((alias) => !stays(alias))
  if (added.length === 0) return
  const rows = added.map(({ from, until, ...alias }) => ({ ...alias, workspaceId, actorId, validFrom: from, validUntil: until }))
  await db.insert(actorAliases).values(rows).onConflictDoNothing()
}

/** Marks an actor deleted and puts the actors below it under its parent; returns their ids. */
export async function markActorDeleted(db: Db, scope: Scope, id: string, parentId: string | null): Promise<string[]> {
  const moved = await db
    .update(actors)
    .set({ parentId, updatedAt: new Date() })
    .where(and(eq(actors.workspaceId, scope.workspaceId), eq(actors.parentId, id), isNull(actors.deletedAt)))
    .returning({ id: actors.id })
  await db
    .update(actors)
    .set({ deletedAt: new Date() })
    .where(and(eq(actors.workspaceId, scope.workspaceId), eq(actors.id, id)))
  return moved.map((row) => row.id)
}

/** A deleted actor's name and parent; undefined when there is none. */
export async function readDeletedActor(db: Db, scope: Scope, id: string): Promise<{ name: string; parentId: string | null } | undefined> {
  const rows = await db
    .select({ name: actors.name, parentId: actors.parentId })
    .from(actors)
    .where(and(eq(actors.workspaceId, scope.workspaceId), eq(actors.id, id), isNotNull(actors.deletedAt), isNull(actors.mergedInto)))
  return rows[0]
}

/** Brings a deleted actor back under `parentId`, and puts `children` below it again. */
export async function unmarkActorDeleted(
  db: Db,
  scope: Scope,
  id: string,
  parentId: string | null,
  children: readonly string[],
): Promise<void> {
  await db
    .update(actors)
    .set({ deletedAt: null, parentId, updatedAt: new Date() })
    .where(and(eq(actors.workspaceId, scope.workspaceId), eq(actors.id, id)))
  if (children.length > 0)
    await db
      .update(actors)
      .set({ parentId: id, updatedAt: new Date() })
      .where(and(eq(actors.workspaceId, scope.workspaceId), inArray(actors.id, [...children]), isNull(actors.deletedAt)))
}
