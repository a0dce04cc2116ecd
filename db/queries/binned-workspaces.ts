import { and, desc, eq, exists, gt, isNull, sql } from 'drizzle-orm'
import type { Db } from '#/db/client.ts'
import { members, users, workspaces } from '#/db/schema/people.ts'
import type { Scope } from '#/db/scope.ts'
import { overSince } from '#/lib/bin/deadline.ts'

/** A workspace in the bin, for those who may bring it back. */
export interface BinnedWorkspace {
  id: string
  name: string
  deletedAt: Date
  /** Whose doing it was. */
  deletedBy: string | null
}

/** The deleted workspaces that this person, an owner of them, can still bring back; last deleted first. */
export async function listBinnedWorkspaces(db: Db, userId: string, now: Date): Promise<BinnedWorkspace[]> {
  const rows = await db
    .select({ id: workspaces.id, name: workspaces.name, deletedAt: workspaces.deletedAt, deletedBy: users.name })
    .from(workspaces)
    .leftJoin(users, eq(users.id, workspaces.deletedBy))
    .where(mayComeBack(db, userId, now))
    .orderBy(desc(workspaces.deletedAt), workspaces.id)
  return rows.map((row) => ({ ...row, deletedAt: row.deletedAt as Date }))
}

/** Closes a workspace to everybody; false when it is closed already. */
export async function binWorkspace(db: Db, scope: Scope, now: Date): Promise<boolean> {
  const rows = await db
    .update(workspaces)
    .set({ deletedAt: now, deletedBy: scope.userId })
    .where(and(eq(workspaces.id, scope.workspaceId), isNull(workspaces.deletedAt)))
    .returning({ id: workspaces.id })
  return rows.length > 0
}

/** Opens it again; answers its name, null when there is none of that id that this person may bring back. */
export async function unbinWorkspace(db: Db, workspaceId: string, userId: string, now: Date): Promise<string | null> {
  const [row] = await db
    .update(workspaces)
    .set({ deletedAt: null, deletedBy: null })
    .where(and(eq(workspaces.id, workspaceId), mayComeBack(db, userId, now)))
    .returning({ name: workspaces.name })
  return row?.name ?? null
}

function mayComeBack(db: Db, userId: string, now: Date) {
  const owned = db
    .select({ one: sql`1` })
    .from(members)
    .where(and(eq(members.workspaceId, workspaces.id), eq(members.userId, userId), eq(members.role, 'owner')))
  return and(gt(workspaces.deletedAt, overSince(now)), exists(owned))
}
