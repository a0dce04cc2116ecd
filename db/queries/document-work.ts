import { and, asc, count, eq, gt, inArray, isNull, max, ne } from 'drizzle-orm'
import type { Db } from '#/db/client.ts'
import { documentAssignees, documents, documentVisits } from '#/db/schema/documents.ts'
import { excerpts } from '#/db/schema/excerpts.ts'
import { members, users } from '#/db/schema/people.ts'
import type { Scope } from '#/db/scope.ts'
import type { AssignedDocument } from '#/lib/document/assigned-document.ts'
import type { DocumentNews } from '#/lib/document/news.ts'
import type { DocumentStatus } from '#/lib/document/status.ts'
import { inVisibleLayer } from './match-query.ts'

/** The live ones among these documents, in the workspace. */
const liveOf = (scope: Scope, ids: readonly string[]) =>
  and(eq(documents.workspaceId, scope.workspaceId), inArray(documents.id, [...ids]), isNull(documents.deletedAt))

/** Says how far the team is with these documents; what is gone stays out. @returns how many there are */
export async function setStatusOf(db: Db, scope: Scope, ids: readonly string[], status: DocumentStatus): Promise<number> {
  const rows = await db.update(documents).set({ status }).where(liveOf(scope, ids)).returning({ id: documents.id })
  return rows.length
}

/** Asks these members to work on these documents; who was asked before stays asked as they were. @returns how many documents there are */
export async function askFor(db: Db, scope: Scope, ids: readonly string[], userIds: readonly string[]): Promise<number> {
  const { workspaceId, userId: assignedBy } = scope
  const live = await db.select({ id: documents.id }).from(documents).where(liveOf(scope, ids))
  const rows = live.flatMap(({ id }) =>
    userIds.map((userId) => ({ documentId: id, userId, workspaceId, assignedBy, ...seenByOwnHand(userId, scope) })),
  )
  if (rows.length > 0) await db.insert(documentAssignees).values(rows).onConflictDoNothing()
  return live.length
}

/** Who takes something on themselves knows of it. */
const seenByOwnHand = (userId: string, scope: Scope) => (userId === scope.userId ? { seenAt: new Date() } : {})

/** Takes these people off these documents. */
export async function askNoMore(db: Db, scope: Scope, ids: readonly string[], userIds: readonly string[]): Promise<void> {
  if (userIds.length === 0) return
  const ofThese = and(inArray(documentAssignees.documentId, [...ids]), inArray(documentAssignees.userId, [...userIds]))
  await db.delete(documentAssignees).where(and(eq(documentAssignees.workspaceId, scope.workspaceId), ofThese))
}

/** Who is asked to work on which document, the one asked first first. */
export async function listAssignees(db: Db, scope: Scope): Promise<Map<string, { id: string; name: string }[]>> {
  const rows = await db
    .select({ documentId: documentAssignees.documentId, id: users.id, name: users.name })
    .from(documentAssignees)
    .innerJoin(users, eq(users.id, documentAssignees.userId))
    .innerJoin(members, and(eq(members.userId, users.id), eq(members.workspaceId, documentAssignees.workspaceId)))
    .where(eq(documentAssignees.workspaceId, scope.workspaceId))
    .orderBy(asc(documentAssignees.assignedAt), asc(users.name))
  const byDocument = new Map<string, { id: string; name: string }[]>()
  for (const { documentId, ...person } of rows) byDocument.set(documentId, [...(byDocument.get(documentId) ?? []), person])
  return byDocument
}

/** How much of each document was read, 0 to 1: as far as the member came who came furthest. */
export async function listReadShares(db: Db, scope: Scope): Promise<Map<string, number>> {
  const rows = await db
    .select({ id: documentVisits.documentId, share: max(documentVisits.readShare) })
    .from(documentVisits)
    .where(eq(documentVisits.workspaceId, scope.workspaceId))
    .groupBy(documentVisits.documentId)
  return new Map(rows.map(({ id, share }) => [id, share ?? 0]))
}

/** The documents this member is asked to work on that are not done, the one asked for last first. */
export async function listAssigned(db: Db, scope: Scope): Promise<AssignedDocument[]> {
  const rows = await db
    .select({
      id: documents.id,
      title: documents.title,
      language: documents.language,
      direction: documents.direction,
      status: documents.status,
      by: { id: users.id, name: users.name },
      assignedAt: documentAssignees.assignedAt,
      seenAt: documentAssignees.seenAt,
    })
    .from(documentAssignees)
    .innerJoin(documents, and(eq(documents.id, documentAssignees.documentId), isNull(documents.deletedAt), ne(documents.status, 'done')))
    .innerJoin(users, eq(users.id, documentAssignees.assignedBy))
    .where(and(eq(documentAssignees.workspaceId, scope.workspaceId), eq(documentAssignees.userId, scope.userId)))
    .orderBy(asc(documents.title))
  const listed = rows.map(({ assignedAt, seenAt, ...document }) => ({ ...document, at: assignedAt.getTime(), isNew: seenAt === null }))
  return listed.sort((a, b) => b.at - a.at)
}

/** How many documents that are not done this member is asked to work on and has not seen yet. */
export async function countNewAssignments(db: Db, scope: Scope): Promise<number> {
  return (await listAssigned(db, scope)).filter(({ isNew }) => isNew).length
}

/** Notes that this member has seen what they are asked to work on. */
export async function markAssignmentsSeen(db: Db, scope: Scope): Promise<void> {
  const own = and(eq(documentAssignees.workspaceId, scope.workspaceId), eq(documentAssignees.userId, scope.userId))
  await db
    .update(documentAssignees)
    .set({ seenAt: new Date() })
    .where(and(own, isNull(documentAssignees.seenAt)))
}

/** Notes that this member has the list of documents before them. @returns when they had it last, null: never */
export async function noteVisit(db: Db, scope: Scope, now: Date): Promise<Date | null> {
  const me = and(eq(members.workspaceId, scope.workspaceId), eq(members.userId, scope.userId))
  return db.transaction(async (tx) => {
    const [before] = await tx.select({ at: members.visitedAt }).from(members).where(me).for('update')
    await tx.update(members).set({ visitedAt: now }).where(me)
    return before?.at ?? null
  })
}

/** What others brought since a moment: documents, and statements this member may see. */
export async function countNews(db: Db, scope: Scope, since: Date): Promise<Omit<DocumentNews, 'since'>> {
  const { workspaceId, userId } = scope
  const [fresh] = await db
    .select({ n: count() })
    .from(documents)
    .where(
      and(
        eq(documents.workspaceId, workspaceId),
        isNull(documents.deletedAt),
        gt(documents.createdAt, since),
        ne(documents.createdBy, userId),
      ),
    )
  const [said] = await db
    .select({ n: count() })
    .from(excerpts)
    .innerJoin(documents, and(eq(documents.id, excerpts.documentId), isNull(documents.deletedAt)))
    .where(and(eq(excerpts.workspaceId, workspaceId), inVisibleLayer(scope), gt(excerpts.createdAt, since), ne(excerpts.taggerId, userId)))
  return { documents: fresh?.n ?? 0, statements: said?.n ?? 0 }
}
