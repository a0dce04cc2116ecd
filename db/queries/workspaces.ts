import { and, asc, eq, isNull, sql } from 'drizzle-orm'
import type { Db } from '#/db/client.ts'
import { actorKinds } from '#/db/schema/codebook.ts'
import { members, workspaces } from '#/db/schema/people.ts'
import type { Scope } from '#/db/scope.ts'
import type { WorkspaceOfPerson } from '#/lib/access/member.ts'
import { SHIPPED_KINDS } from '#/lib/codebook/actor-kinds.ts'

/** The workspaces somebody is a member of, by name; those in the bin are nobody's. */
export async function listWorkspacesOf(db: Db, userId: string): Promise<WorkspaceOfPerson[]> {
  return db
    .select({ id: workspaces.id, name: workspaces.name, role: members.role })
    .from(members)
    .innerJoin(workspaces, eq(workspaces.id, members.workspaceId))
    .where(and(eq(members.userId, userId), isNull(workspaces.deletedAt)))
    .orderBy(sql`lower(${workspaces.name})`, asc(workspaces.id))
}

/** Adds a workspace, with the kinds of actors every workspace begins with. */
export async function insertWorkspace(db: Db, values: { id: string; name: string; createdBy: string }): Promise<void> {
  await db.insert(workspaces).values(values)
  await db.insert(actorKinds).values(SHIPPED_KINDS.map((kind, position) => ({ ...kind, workspaceId: values.id, position })))
}

export async function setWorkspaceName(db: Db, scope: Scope, name: string): Promise<void> {
  await db.update(workspaces).set({ name }).where(eq(workspaces.id, scope.workspaceId))
}

/** What the workspace is called. */
export async function findWorkspaceName(db: Db, scope: Scope): Promise<string> {
  const [row] = await db.select({ name: workspaces.name }).from(workspaces).where(eq(workspaces.id, scope.workspaceId))
  return row?.name ?? ''
}

/** Names a workspace that nobody is a member of yet. */
export async function renameWorkspaceRow(tx: Db, workspaceId: string, name: string): Promise<void> {
  await tx.update(workspaces).set({ name }).where(eq(workspaces.id, workspaceId))
}
