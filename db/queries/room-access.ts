import { and, eq, gt, inArray, isNull, type SQL } from 'drizzle-orm'
import type { Db } from '#/db/client.ts'
import { documents, layers } from '#/db/schema/documents.ts'
import { members, sessions, workspaces } from '#/db/schema/people.ts'
import type { MemberRole } from '#/lib/access/roles.ts'
import { findRole } from './membership.ts'

/** What a person is in the workspace of a room. */
export interface RoomAccess {
  workspaceId: string
  role: MemberRole
  /** The document of a text or layer room; null for a workspace room. */
  documentId: string | null
}

/**
 * Access to the room `text/<documentId>`; null: no such document, in the bin (itself or its workspace), or no member. The
 * answers are alike on purpose.
 */
export async function findTextAccess(db: Db, documentId: string, userId: string): Promise<RoomAccess | null> {
  const [row] = await db
    .select({ workspaceId: documents.workspaceId, role: members.role, documentId: documents.id })
    .from(documents)
    .innerJoin(members, isMember(userId))
    .innerJoin(workspaces, isOpen)
    .where(and(eq(documents.id, documentId), isNull(documents.deletedAt)))
  return row ?? null
}

/** The same for `layer/<layerId>`. A blind layer is open to its analyst alone. */
export async function findLayerAccess(db: Db, layerId: string, userId: string): Promise<RoomAccess | null> {
  const [row] = await db
    .select({
      workspaceId: documents.workspaceId,
      role: members.role,
      documentId: documents.id,
      kind: layers.kind,
      ownerId: layers.ownerId,
    })
    .from(layers)
    .innerJoin(documents, eq(documents.id, layers.documentId))
    .innerJoin(members, isMember(userId))
    .innerJoin(workspaces, isOpen)
    .where(and(eq(layers.id, layerId), isNull(documents.deletedAt)))
  if (!row || (row.kind === 'blind' && row.ownerId !== userId)) return null
  return { workspaceId: row.workspaceId, role: row.role, documentId: row.documentId }
}

/** The same for `workspace/<workspaceId>`. */
export async function findWorkspaceAccess(db: Db, workspaceId: string, userId: string): Promise<RoomAccess | null> {
  const role = await findRole(db, workspaceId, userId)
  return role && { workspaceId, role, documentId: null }
}

/** The workspace and all layers of a document; null when there is none, or it or its workspace is in the bin. */
export async function findDocumentRooms(db: Db, documentId: string): Promise<{ workspaceId: string; layerIds: string[] } | null> {
  const rows = await db
    .select({ workspaceId: documents.workspaceId, layerId: layers.id })
    .from(documents)
    .innerJoin(workspaces, isOpen)
    .leftJoin(layers, eq(layers.documentId, documents.id))
    .where(and(eq(documents.id, documentId), isNull(documents.deletedAt)))
    .orderBy(layers.createdAt, layers.id)
  const [first] = rows
  return first ? { workspaceId: first.workspaceId, layerIds: rows.flatMap((row) => row.layerId ?? []) } : null
}

/** Which of these sessions are still good by this process's clock. */
export async function liveSessionIds(db: Db, sessionIds: readonly string[], now: Date = new Date()): Promise<Set<string>> {
  if (sessionIds.length === 0) return new Set()
  const rows = await db
    .select({ id: sessions.id })
    .from(sessions)
    .where(and(inArray(sessions.id, [...sessionIds]), isNull(sessions.revokedAt), gt(sessions.expiresAt, now)))
  return new Set(rows.map((row) => row.id))
}

const isOpen = and(eq(workspaces.id, documents.workspaceId), isNull(workspaces.deletedAt))

function isMember(userId: string): SQL | undefined {
  return and(eq(members.workspaceId, documents.workspaceId), eq(members.userId, userId))
}
