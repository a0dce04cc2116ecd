import { and, asc, eq, sql } from 'drizzle-orm'
import type { Db } from '#/db/client.ts'
import { members, users } from '#/db/schema/people.ts'
import type { Scope } from '#/db/scope.ts'
import type { Member } from '#/lib/access/member.ts'
import { can, type MemberRole } from '#/lib/access/roles.ts'

const isMember = (scope: Scope, userId: string) => and(eq(members.workspaceId, scope.workspaceId), eq(members.userId, userId))

/** Everybody in the workspace, longest there first. Who has a second factor is told to those who manage members only. */
export async function listMembers(db: Db, scope: Scope): Promise<Member[]> {
  const rows = await db
    .select({
      id: users.id,
      name: users.name,
      email: users.email,
      role: members.role,
      joinedAt: members.joinedAt,
      totpSince: users.totpSince,
    })
    .from(members)
    .innerJoin(users, eq(users.id, members.userId))
    .where(eq(members.workspaceId, scope.workspaceId))
    .orderBy(asc(members.joinedAt), sql`lower(${users.name})`)
  const mayKnow = can(scope.role, 'manage-members')
  return rows.map(({ totpSince, ...member }) => ({ ...member, hasTwoFactor: mayKnow ? totpSince !== null : null }))
}

/** Adds a person; false when they are a member already. Takes a workspace id: who is about to join has no scope yet. */
export async function insertMember(db: Db, workspaceId: string, userId: string, role: MemberRole): Promise<boolean> {
  const rows = await db.insert(members).values({ workspaceId, userId, role }).onConflictDoNothing().returning({ id: members.userId })
  return rows.length > 0
}

/** Name and role of a member; null when there is none of that id. */
export async function findMember(db: Db, scope: Scope, userId: string): Promise<{ name: string; role: MemberRole } | null> {
  const [row] = await db
    .select({ name: users.name, role: members.role })
    .from(members)
    .innerJoin(users, eq(users.id, members.userId))
    .where(isMember(scope, userId))
  return row ?? null
}

/** The ids of the owners, locked until the transaction ends: of two people who step down at once, the second one waits and sees the first. */
export async function lockOwners(tx: Db, scope: Scope): Promise<string[]> {
  const rows = await tx
    .select({ id: members.userId })
    .from(members)
    .where(and(eq(members.workspaceId, scope.workspaceId), eq(members.role, 'owner')))
    .orderBy(asc(members.userId))
    .for('update')
  return rows.map((row) => row.id)
}

export async function setMemberRole(db: Db, scope: Scope, userId: string, role: MemberRole): Promise<void> {
  await db.update(members).set({ role }).where(isMember(scope, userId))
}

export async function deleteMember(db: Db, scope: Scope, userId: string): Promise<void> {
  await db.delete(members).where(isMember(scope, userId))
}
