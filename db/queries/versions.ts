import { and, asc, eq } from 'drizzle-orm'
import type { Db } from '#/db/client.ts'
import { versions } from '#/db/schema/documents.ts'
import type { Scope } from '#/db/scope.ts'
import { newId } from '#/lib/id.ts'

/** A point of a document's history that is kept as a row. */
export interface VersionRow {
  id: string
  seq: number
  kind: 'named' | 'restored' | 'edition'
  name: string
  createdBy: string
  at: Date
}

const inDocument = (scope: Scope, documentId: string) =>
  and(eq(versions.workspaceId, scope.workspaceId), eq(versions.documentId, documentId))

/** Oldest point first; of one point what was written first. */
export async function listVersions(db: Db, scope: Scope, documentId: string): Promise<VersionRow[]> {
  return db
    .select({
      id: versions.id,
      seq: versions.seq,
      kind: versions.kind,
      name: versions.name,
      createdBy: versions.createdBy,
      at: versions.at,
    })
    .from(versions)
    .where(inDocument(scope, documentId))
    .orderBy(asc(versions.seq), asc(versions.at), asc(versions.id))
}

/** Keeps a point in the member's name. The document must be one of the workspace. Answers its id. */
export async function insertVersion(
  db: Db,
  scope: Scope,
  version: { documentId: string; seq: number; kind: VersionRow['kind']; name?: string; ofSeq?: number },
): Promise<string> {
  const id = newId()
  await db.insert(versions).values({ id, workspaceId: scope.workspaceId, createdBy: scope.userId, ...version })
  return id
}

/** Answers false when the document has no such point. */
export async function setVersionName(db: Db, scope: Scope, documentId: string, id: string, name: string): Promise<boolean> {
  const rows = await db
    .update(versions)
    .set({ name })
    .where(and(inDocument(scope, documentId), eq(versions.id, id)))
    .returning({ id: versions.id })
  return rows.length > 0
}

/** Forgets a point somebody named, not one that an action left behind. Answers false when there is no such point. */
export async function removeNamedVersion(db: Db, scope: Scope, documentId: string, id: string): Promise<boolean> {
  const rows = await db
    .delete(versions)
    .where(and(inDocument(scope, documentId), eq(versions.id, id), eq(versions.kind, 'named')))
    .returning({ id: versions.id })
  return rows.length > 0
}
