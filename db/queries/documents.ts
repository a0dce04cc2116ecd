import { and, asc, count, desc, eq, isNotNull, isNull, like, sql } from 'drizzle-orm'
import type { Db } from '#/db/client.ts'
import { documents, layers, originals } from '#/db/schema/documents.ts'
import { excerpts } from '#/db/schema/excerpts.ts'
import { users } from '#/db/schema/people.ts'
import type { Scope } from '#/db/scope.ts'
import type { Edition } from '#/lib/document/edition.ts'
import { isId } from '#/lib/id.ts'
import { SAMPLE_DOMAIN } from '#/lib/person/sample-people.ts'
import { inVisibleLayer } from './match-query.ts'
import { listEditions } from './originals.ts'
import { followLanguage } from './search-language.ts'

type DocumentRow = typeof documents.$inferSelect

/** What people may set of a document; the text itself is not among it. */
export type DocumentMeta = Pick<DocumentRow, 'title' | 'outlet' | 'author' | 'publishedOn' | 'url' | 'kind' | 'language' | 'direction'>

export interface DocumentListItem extends Omit<DocumentRow, 'workspaceId' | 'createdBy' | 'deletedAt' | 'deletedBy'> {
  /** Anchored and orphaned excerpts this person may see, as last projected. */
  excerptCount: number
  createdBy: { id: string; name: string }
}

export interface DocumentDetail extends Omit<DocumentRow, 'workspaceId'> {
  /** The layer everyone tags in: room `layer/<sharedLayerId>`. */
  sharedLayerId: string
  /** Where the text came from, the latest edition first; empty for a document made by hand. The files: `getOriginal`. */
  editions: Edition[]
}

const inScope = (scope: Scope, id: string) => and(eq(documents.workspaceId, scope.workspaceId), eq(documents.id, id))

/** The live documents of the workspace, last changed first. */
export async function listDocuments(db: Db, scope: Scope): Promise<DocumentListItem[]> {
  const counted = db
    .select({ documentId: excerpts.documentId, n: count().as('n') })
    .from(excerpts)
    .where(and(eq(excerpts.workspaceId, scope.workspaceId), inVisibleLayer(scope)))
    .groupBy(excerpts.documentId)
    .as('counted')
  return db
    .select({
      id: documents.id,
      title: documents.title,
      outlet: documents.outlet,
      author: documents.author,
      publishedOn: documents.publishedOn,
      url: documents.url,
      kind: documents.kind,
      language: documents.language,
      direction: documents.direction,
      wordCount: documents.wordCount,
      differs: documents.differs,
      status: documents.status,
      createdAt: documents.createdAt,
      updatedAt: documents.updatedAt,
      createdBy: { id: users.id, name: users.name },
      excerptCount: sql<number>`coalesce(${counted.n}, 0)`.mapWith(Number),
    })
    .from(documents)
    .innerJoin(users, eq(users.id, documents.createdBy))
    .leftJoin(counted, eq(counted.documentId, documents.id))
    .where(and(eq(documents.workspaceId, scope.workspaceId), isNull(documents.deletedAt)))
    .orderBy(desc(documents.updatedAt), asc(documents.id))
}

/** One document with its shared layer, also when it is in the bin (see `deletedAt`); null when the workspace has none of that id. */
export async function getDocument(db: Db, scope: Scope, id: string): Promise<DocumentDetail | null> {
  const rows = await db
    .select({
      document: documents,
      sharedLayerId: layers.id,
    })
    .from(documents)
    .innerJoin(layers, and(eq(layers.documentId, documents.id), eq(layers.kind, 'shared')))
    .where(inScope(scope, id))
  const row = rows[0]
  if (!row) return null
  const { workspaceId: _, ...document } = row.document
  return { ...document, sharedLayerId: row.sharedLayerId, editions: await listEditions(db, scope, id) }
}

export interface NewDocument extends DocumentMeta {
  id: string
  sharedLayerId: string
  wordCount: number
  /** Now when absent. */
  createdAt?: Date
}
export type NewOriginal = Omit<typeof originals.$inferInsert, 'documentId' | 'workspaceId'>

/** A document, its empty shared layer and, when it came from a file, its original. Call inside the transaction that seeds its rooms. */
export async function insertDocument(
  db: Db,
  scope: Scope,
  { sharedLayerId, ...document }: NewDocument,
  original?: NewOriginal,
): Promise<void> {
  const { workspaceId, userId } = scope
  await db.insert(documents).values({ ...document, workspaceId, createdBy: userId })
  await db.insert(layers).values({ id: sharedLayerId, workspaceId, documentId: document.id, kind: 'shared' })
  if (original) await db.insert(originals).values({ ...original, workspaceId, documentId: document.id })
}

/** Sets the given metadata; false when the workspace has no such document. */
export function updateDocumentMeta(db: Db, scope: Scope, id: string, meta: Partial<DocumentMeta>): Promise<boolean> {
  return db.transaction(async (tx) => {
    const rows = await tx
      .update(documents)
      .set({ ...meta, updatedAt: new Date() })
      .where(inScope(scope, id))
      .returning({ id: documents.id })
    if (rows.length > 0 && meta.language !== undefined) await followLanguage(tx, scope, id, meta.language)
    return rows.length > 0
  })
}

/** Whether a document came with the sample: people of the sample alone make those. */
export async function isSampleDocument(db: Db, scope: Scope, id: string): Promise<boolean> {
  const rows = await db
    .select({ id: documents.id })
    .from(documents)
    .innerJoin(users, eq(users.id, documents.createdBy))
    .where(and(inScope(scope, id), like(users.email, `%@${SAMPLE_DOMAIN}`)))
  return rows.length > 0
}

/** What a document is called, also in the bin; empty when there is none. */
export async function findDocumentTitle(db: Db, scope: Scope, id: string): Promise<string> {
  const [row] = await db.select({ title: documents.title }).from(documents).where(inScope(scope, id))
  return row?.title ?? ''
}

/** Which workspace a document is in, for the gate that then checks membership; null when there is no such document. */
export async function workspaceOfDocument(db: Db, id: string): Promise<string | null> {
  if (!isId(id)) return null
  const rows = await db.select({ workspaceId: documents.workspaceId }).from(documents).where(eq(documents.id, id))
  return rows[0]?.workspaceId ?? null
}

/** The oldest live document whose extracted text has this hash (hex SHA-256), or null. */
export async function findSameText(db: Db, scope: Scope, textSha256: string): Promise<{ id: string; title: string } | null> {
  const rows = await db
    .select({ id: documents.id, title: documents.title })
    .from(originals)
    .innerJoin(documents, eq(documents.id, originals.documentId))
    .where(
      and(
        eq(originals.workspaceId, scope.workspaceId),
        eq(originals.textSha256, textSha256),
        isNotNull(originals.appliedAt),
        isNull(documents.deletedAt),
      ),
    )
    .orderBy(asc(documents.createdAt), asc(documents.id))
    .limit(1)
  return rows[0] ?? null
}
