import { and, asc, eq, inArray, isNull, type SQL, sql } from 'drizzle-orm'
import { alias } from 'drizzle-orm/pg-core'
import type { Db } from '#/db/client.ts'
import { actors, themes } from '#/db/schema/codebook.ts'
import { documents } from '#/db/schema/documents.ts'
import { excerpts } from '#/db/schema/excerpts.ts'
import { users } from '#/db/schema/people.ts'
import { memos } from '#/db/schema/talk.ts'
import type { Scope } from '#/db/scope.ts'
import type { ListedMemo, Memo, MemoFilter, MemoSubject } from '#/lib/talk/memo.ts'
import { inVisibleLayer } from './match-query.ts'

const writer = alias(users, 'writer')
const changer = alias(users, 'changer')
const ofWorkspace = ({ workspaceId }: Scope): SQL => eq(memos.workspaceId, workspaceId)

const COLUMNS = {
  id: memos.id,
  subject: memos.subject,
  subjectId: memos.subjectId,
  text: memos.text,
  by: memos.createdBy,
  byName: writer.name,
  at: memos.createdAt,
  changedBy: memos.updatedBy,
  changedByName: changer.name,
  changedAt: memos.updatedAt,
}

/** The memos on something, the oldest first. */
export async function readMemos(db: Db, scope: Scope, subject: MemoSubject, subjectId: string): Promise<Memo[]> {
  const rows = await db
    .select(COLUMNS)
    .from(memos)
    .innerJoin(writer, eq(writer.id, memos.createdBy))
    .innerJoin(changer, eq(changer.id, memos.updatedBy))
    .where(and(ofWorkspace(scope), eq(memos.subject, subject), eq(memos.subjectId, subjectId), isNull(memos.deletedAt)))
    .orderBy(asc(memos.createdAt), asc(memos.id))
  return rows.map((row) => ({ ...row, at: row.at.getTime(), changedAt: row.changedAt.getTime() }))
}

/** The actors and themes that have memos, by id. */
export async function listMemoedEntries(db: Db, scope: Scope): Promise<string[]> {
  const rows = await db
    .selectDistinct({ id: memos.subjectId })
    .from(memos)
    .where(and(ofWorkspace(scope), inArray(memos.subject, ['actor', 'theme']), isNull(memos.deletedAt)))
    .orderBy(asc(memos.subjectId))
  return rows.map(({ id }) => id)
}

/** A memo, its row locked until the transaction ends; null when there is none. */
export async function lockMemo(
  tx: Db,
  scope: Scope,
  id: string,
): Promise<{ subject: MemoSubject; subjectId: string; text: string; by: string; isDeleted: boolean; deletedBy: string | null } | null> {
  const [row] = await tx
    .select({
      subject: memos.subject,
      subjectId: memos.subjectId,
      text: memos.text,
      by: memos.createdBy,
      deletedAt: memos.deletedAt,
      deletedBy: memos.deletedBy,
    })
    .from(memos)
    .where(and(ofWorkspace(scope), eq(memos.id, id)))
    .for('update')
  if (!row) return null
  const { deletedAt, ...memo } = row
  return { ...memo, isDeleted: deletedAt !== null }
}

/** Whether the workspace has this document, actor or theme and it is not deleted; of itself it has one. */
export async function hasMemoSubject(db: Db, { workspaceId }: Scope, subject: MemoSubject, subjectId: string): Promise<boolean> {
  if (subject === 'workspace') return subjectId === workspaceId
  const table = { document: documents, actor: actors, theme: themes }[subject]
  const live = and(eq(table.workspaceId, workspaceId), eq(table.id, subjectId), isNull(table.deletedAt))
  return (await db.select({ id: table.id }).from(table).where(live)).length > 0
}

/** Adds a memo in the member's name; false when there is one of that id. */
export async function insertMemo(
  db: Db,
  { workspaceId, userId }: Scope,
  { at, ...memo }: { id: string; subject: MemoSubject; subjectId: string; text: string; at?: Date },
): Promise<boolean> {
  const rows = await db
    .insert(memos)
    .values({ ...memo, workspaceId, createdBy: userId, updatedBy: userId, ...(at && { createdAt: at, updatedAt: at }) })
    .onConflictDoNothing()
    .returning({ id: memos.id })
  return rows.length > 0
}

export async function setMemoText(tx: Db, scope: Scope, id: string, text: string): Promise<void> {
  await tx
    .update(memos)
    .set({ text, updatedBy: scope.userId, updatedAt: sql`now()` })
    .where(and(ofWorkspace(scope), eq(memos.id, id)))
}

export async function setMemoDeleted(tx: Db, scope: Scope, id: string, isDeleted: boolean): Promise<void> {
  await tx
    .update(memos)
    .set(isDeleted ? { deletedAt: sql`now()`, deletedBy: scope.userId } : { deletedAt: null, deletedBy: null })
    .where(and(ofWorkspace(scope), eq(memos.id, id)))
}

/** How many memos a page of the list has. */
const PAGE_SIZE = 50

/**
 * All memos of the workspace, those of statements too, the newest first. A statement's memos are one text, of everybody who wrote
 * one; its time is when the statement was last changed.
 *
 * @param skip how many newer ones to leave out
 */
export async function listMemos(
  db: Db,
  scope: Scope,
  { subject, words }: MemoFilter,
  skip: number,
): Promise<{ memos: ListedMemo[]; hasMore: boolean }> {
  const pattern = `%${words.replace(/[\\%_]/g, '\\$&')}%`
  const { rows } = await db.execute<Record<string, never>>(sql`
    select * from (
      select m.id, m.subject, m.subject_id as "subjectId", m.text, m.created_by as by, w.name as "byName",
        (extract(epoch from m.created_at) * 1000)::float8 as at, m.updated_by as "changedBy", c.name as "changedByName",
        (extract(epoch from m.updated_at) * 1000)::float8 as "changedAt",
        coalesce(d.title, a.name, t.name, '') as "subjectName",
        coalesce(a.deleted_at, t.deleted_at) is not null as "isGone", d.id as "documentId"
      from ${memos} m
      join ${users} w on w.id = m.created_by
      join ${users} c on c.id = m.updated_by
      left join ${documents} d on m.subject = 'document' and d.id = m.subject_id
      left join ${actors} a on m.subject = 'actor' and a.id = m.subject_id
      left join ${themes} t on m.subject = 'theme' and t.id = m.subject_id
      where m.workspace_id = ${scope.workspaceId} and m.deleted_at is null
        and (m.subject <> 'document' or (d.id is not null and d.deleted_at is null))
        and (${words} = '' or m.text ilike ${pattern})
      union all
      select ${excerpts.annotationId}, 'statement', ${excerpts.annotationId}, ${excerpts.memo}, ${excerpts.taggerId}, coalesce(w.name, 'Former member'),
        (extract(epoch from ${excerpts.createdAt}) * 1000)::float8, ${excerpts.taggerId}, coalesce(w.name, 'Former member'),
        (extract(epoch from ${excerpts.modifiedAt}) * 1000)::float8, ${excerpts.quote}, false, ${excerpts.documentId}
      from ${excerpts}
      join ${documents} on ${documents.id} = ${excerpts.documentId} and ${documents.deletedAt} is null
      left join ${users} w on w.id = ${excerpts.taggerId}
      where ${excerpts.workspaceId} = ${scope.workspaceId} and ${excerpts.memo} <> '' and ${inVisibleLayer(scope)}
        and (${words} = '' or ${excerpts.memo} ilike ${pattern})
    ) found
    where ${subject}::text is null or subject = ${subject}
    order by "changedAt" desc, id
    limit ${PAGE_SIZE + 1} offset ${skip}`)
  const listed = rows as unknown as ListedMemo[]
  return { memos: listed.slice(0, PAGE_SIZE), hasMore: listed.length > PAGE_SIZE }
}
