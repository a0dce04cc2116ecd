import { and, eq, sql } from 'drizzle-orm'
import type { Db } from '#/db/client.ts'
import { actorKinds, actors } from '#/db/schema/codebook.ts'
import type { Scope } from '#/db/scope.ts'
import type { ActorKind } from '#/lib/codebook/actor-kinds.ts'

const kindOf = (scope: Scope, slug: string) => and(eq(actorKinds.workspaceId, scope.workspaceId), eq(actorKinds.slug, slug))

/** Adds a kind as the last one. */
export async function insertKind(db: Db, scope: Scope, kind: ActorKind): Promise<void> {
  const { workspaceId } = scope
  const last = sql<number>`(select coalesce(max(position), -1) + 1 from actor_kinds where workspace_id = ${workspaceId})`
  await db.insert(actorKinds).values({ ...kind, workspaceId, position: last })
}

export async function changeKind(db: Db, scope: Scope, slug: string, columns: Partial<Omit<ActorKind, 'slug'>>): Promise<void> {
  await db.update(actorKinds).set(columns).where(kindOf(scope, slug))
}

/** Puts the kinds into this order. */
export async function orderKinds(db: Db, scope: Scope, slugs: readonly string[]): Promise<void> {
  for (const [position, slug] of slugs.entries()) await db.update(actorKinds).set({ position }).where(kindOf(scope, slug))
}

/** Makes every actor of one kind, deleted ones too, one of another. */
export async function reassignKind(db: Db, scope: Scope, from: string, to: string): Promise<void> {
  await db
    .update(actors)
    .set({ kind: to, updatedAt: new Date() })
    .where(and(eq(actors.workspaceId, scope.workspaceId), eq(actors.kind, from)))
}

export async function deleteKind(db: Db, scope: Scope, slug: string): Promise<void> {
  await db.delete(actorKinds).where(kindOf(scope, slug))
}
