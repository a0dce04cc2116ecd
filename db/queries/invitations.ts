import { and, desc, eq, gt, isNull } from 'drizzle-orm'
import type { Db } from '#/db/client.ts'
import { invitations, users, workspaces } from '#/db/schema/people.ts'
import type { Scope } from '#/db/scope.ts'
import type { OpenInvitation } from '#/lib/access/member.ts'
import type { MemberRole } from '#/lib/access/roles.ts'

export interface FoundInvitation {
  id: string
  workspaceId: string
  workspaceName: string
  role: MemberRole
  email: string | null
  createdByName: string
  expiresAt: Date
  acceptedAt: Date | null
  revokedAt: Date | null
}

const isOpen = (now: Date) => and(isNull(invitations.acceptedAt), isNull(invitations.revokedAt), gt(invitations.expiresAt, now))

/** @param values.tokenHash hex SHA-256 of the token in the link; the token itself is never kept */
export async function insertInvitation(
  db: Db,
  scope: Scope,
  values: { id: string; role: MemberRole; email: string | null; tokenHash: string; expiresAt: Date },
): Promise<void> {
  await db.insert(invitations).values({ ...values, workspaceId: scope.workspaceId, createdBy: scope.userId })
}

/** Invitations somebody could still accept, newest first. */
export async function listOpenInvitations(db: Db, scope: Scope, now: Date = new Date()): Promise<OpenInvitation[]> {
  return db
    .select({
      id: invitations.id,
      role: invitations.role,
      email: invitations.email,
      createdAt: invitations.createdAt,
      expiresAt: invitations.expiresAt,
      createdByName: users.name,
    })
    .from(invitations)
    .innerJoin(users, eq(users.id, invitations.createdBy))
    .where(and(eq(invitations.workspaceId, scope.workspaceId), isOpen(now)))
    .orderBy(desc(invitations.createdAt), desc(invitations.id))
}

/** The invitation of a link, in whatever state it is; null when the link is none of ours, or its workspace is in the bin. */
export async function findInvitation(db: Db, tokenHash: string): Promise<FoundInvitation | null> {
  const [row] = await db
    .select({
      id: invitations.id,
      workspaceId: invitations.workspaceId,
      workspaceName: workspaces.name,
      role: invitations.role,
      email: invitations.email,
      createdByName: users.name,
      expiresAt: invitations.expiresAt,
      acceptedAt: invitations.acceptedAt,
      revokedAt: invitations.revokedAt,
    })
    .from(invitations)
    .innerJoin(workspaces, eq(workspaces.id, invitations.workspaceId))
    .innerJoin(users, eq(users.id, invitations.createdBy))
    .where(and(eq(invitations.tokenHash, tokenHash), isNull(workspaces.deletedAt)))
  return row ?? null
}

/** Uses an invitation up; false when it was used, revoked or has expired meanwhile. Of two at the same time one gets it. */
export async function takeInvitation(db: Db, id: string, userId: string, now: Date): Promise<boolean> {
  const rows = await db
    .update(invitations)
    .set({ acceptedAt: now, acceptedBy: userId })
    .where(and(eq(invitations.id, id), isOpen(now)))
    .returning({ id: invitations.id })
  return rows.length > 0
}

/** The role it invited to; null when the workspace has no open invitation of that id. */
export async function revokeOpenInvitation(db: Db, scope: Scope, id: string, now: Date = new Date()): Promise<MemberRole | null> {
  const [row] = await db
    .update(invitations)
    .set({ revokedAt: now })
    .where(and(eq(invitations.id, id), eq(invitations.workspaceId, scope.workspaceId), isOpen(now)))
    .returning({ role: invitations.role })
  return row?.role ?? null
}
