import { and, eq, inArray, isNotNull, isNull } from 'drizzle-orm'
import type { Db } from '#/db/client.ts'
import { actorAliases, actors } from '#/db/schema/codebook.ts'
import type { Scope } from '#/db/scope.ts'
import type { Actor } from '#/lib/codebook/codebook.ts'
import { newId } from '#/lib/id.ts'

type ActorColumns = Pick<Actor, 'name' | 'kind' | 'parentId' | 'description' | 'hue'>

/** Adds an actor with its other names. */
export async function insertActor(db: Db, scope: Scope, actor: Actor): Promise<void> {
  const { id, name, kind, parentId, description, hue } = actor
  await db.insert(actors).values({ id, workspaceId: scope.workspaceId, name, kind, parentId, description, hue, createdBy: scope.userId })
  await replaceAliases(db, scope, id, actor.aliases)
}

/** Writes columns of a live actor. */
export async function changeActor(db: Db, scope: Scope, id: string, columns: Partial<ActorColumns>): Promise<void> {
  await db
    .update(actors)
    .set({ ...columns, updatedAt: new Date() })
    .where(and(eq(actors.workspaceId, scope.workspaceId), eq(actors.id, id), isNull(actors.deletedAt)))
}

/** Makes `names` the other names of an actor, in this order. */
export async function replaceAliases(db: Db, scope: Scope, actorId: string, names: readonly string[]): Promise<void> {
  await db.delete(actorAliases).where(and(eq(actorAliases.workspaceId, scope.workspaceId), eq(actorAliases.actorId, actorId)))
  if (names.length === 0) return
  // Ids sort in the order of the list: they are made one millisecond apart.
  const now = Date.now()
  const rows = names.map((name, index) => ({ id: newId(now + index), workspaceId: scope.workspaceId, actorId, name }))
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
    .where(and(eq(actors.workspaceId, scope.workspaceId), eq(actors.id, id), isNotNull(actors.deletedAt)))
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
