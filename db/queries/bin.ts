import { and, asc, count, desc, eq, gt, inArray, isNull, or } from 'drizzle-orm'
import type { Db } from '#/db/client.ts'
import { documents, originals, versions } from '#/db/schema/documents.ts'
import { excerpts } from '#/db/schema/excerpts.ts'
import { users } from '#/db/schema/people.ts'
import type { Scope } from '#/db/scope.ts'
import { overSince } from '#/lib/bin/deadline.ts'

/** A document in the bin, and what goes with it. */
export interface BinnedDocument {
  id: string
  title: string
  /** BCP 47. */
  language: string
  deletedAt: Date
  /** Null for one deleted before this was kept. */
  deletedBy: string | null
  statements: number
  /** Files it came from. */
  originals: number
  /** Points of its history that somebody named or an action left behind. */
  versions: number
}

/** The documents that can still be brought back, last deleted first. */
export async function listBinnedDocuments(db: Db, scope: Scope, now: Date): Promise<BinnedDocument[]> {
  const rows = await db
    .select({
      id: documents.id,
      title: documents.title,
      language: documents.language,
      deletedAt: documents.deletedAt,
      deletedBy: users.name,
    })
    .from(documents)
    .leftJoin(users, eq(users.id, documents.deletedBy))
    .where(inBin(scope, now))
    .orderBy(desc(documents.deletedAt), asc(documents.id))
  const ids = rows.map(({ id }) => id)
  const countBy = async (table: typeof excerpts | typeof originals | typeof versions) => {
    if (ids.length === 0) return new Map<string, number>()
    const counted = await db
      .select({ id: table.documentId, n: count() })
      .from(table)
      .where(and(eq(table.workspaceId, scope.workspaceId), inArray(table.documentId, ids)))
      .groupBy(table.documentId)
    return new Map(counted.map(({ id, n }) => [id, n]))
  }
  const [statements, files, points] = [await countBy(excerpts), await countBy(originals), await countBy(versions)]
  return rows.map((row) => ({
    ...row,
    deletedAt: row.deletedAt as Date,
    statements: statements.get(row.id) ?? 0,
    originals: files.get(row.id) ?? 0,
    versions: points.get(row.id) ?? 0,
  }))
}

/** How many documents can still be brought back. */
export function countBinnedDocuments(db: Db, scope: Scope, now: Date): Promise<number> {
  return db.$count(documents, inBin(scope, now))
}

/** What a document in the bin is called; null when the bin has none of that id whose time is not over. */
export async function findBinnedTitle(db: Db, scope: Scope, id: string, now: Date): Promise<string | null> {
  const [row] = await db
    .select({ title: documents.title })
    .from(documents)
    .where(and(inBin(scope, now), eq(documents.id, id)))
  return row?.title ?? null
}

/** Whether a document is in the bin, since when and by whom (null: not known); null when there is none of that id, or its time in the bin is over. */
export async function findBinning(
  db: Db,
  scope: Scope,
  id: string,
  now: Date,
): Promise<{ deletedAt: Date | null; by: string | null } | null> {
  const [row] = await db
    .select({ deletedAt: documents.deletedAt, by: users.name })
    .from(documents)
    .leftJoin(users, eq(users.id, documents.deletedBy))
    .where(
      and(
        eq(documents.workspaceId, scope.workspaceId),
        eq(documents.id, id),
        or(isNull(documents.deletedAt), gt(documents.deletedAt, overSince(now))),
      ),
    )
  return row ?? null
}

/** Takes a live document out of every list; answers its title, null when the workspace has no such document. */
export async function moveToBin(db: Db, scope: Scope, id: string, now: Date = new Date()): Promise<string | null> {
  const [row] = await db
    .update(documents)
    .set({ deletedAt: now, deletedBy: scope.userId })
    .where(and(eq(documents.workspaceId, scope.workspaceId), eq(documents.id, id), isNull(documents.deletedAt)))
    .returning({ title: documents.title })
  return row?.title ?? null
}

/** Brings a document back; answers its title, null when the bin has none of that id whose time is not over. */
export async function restoreFromBin(db: Db, scope: Scope, id: string, now: Date): Promise<string | null> {
  const [row] = await db
    .update(documents)
    .set({ deletedAt: null, deletedBy: null })
    .where(and(inBin(scope, now), eq(documents.id, id)))
    .returning({ title: documents.title })
  return row?.title ?? null
}

const inBin = ({ workspaceId }: Scope, now: Date) => and(eq(documents.workspaceId, workspaceId), gt(documents.deletedAt, overSince(now)))
