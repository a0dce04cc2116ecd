import { and, desc, eq, isNull, sql } from 'drizzle-orm'
import type { Db } from '#/db/client.ts'
import { codebookChanges, codebookProposals } from '#/db/schema/codebook.ts'
import { documents } from '#/db/schema/documents.ts'
import { excerpts } from '#/db/schema/excerpts.ts'
import { users } from '#/db/schema/people.ts'
import { comments, threads } from '#/db/schema/talk.ts'
import type { Scope } from '#/db/scope.ts'
import type { Deed } from '#/lib/activity/deed.ts'
import { joinDeeds } from '#/lib/activity/join-deeds.ts'
import { lastEdits } from './last-deeds.ts'
import { inVisibleLayer } from './match-query.ts'

/** How many statements and comments are looked at: many of them become one entry. */
const LOOKED_AT = 300

/** What was last done in the workspace, by anybody, as far as this member may see it; last first. */
export async function listRecentDeeds(db: Db, scope: Scope, limit: number): Promise<Deed[]> {
  const read = [tagged, commented, imported, edited, proposed, merged].map((part) => part(db, scope, limit))
  return joinDeeds((await Promise.all(read)).flat(), limit)
}

const BY = { id: users.id, name: users.name }
const DOCUMENT = { id: documents.id, title: documents.title, language: documents.language, direction: documents.direction }
const liveIn = ({ workspaceId }: Scope) => and(eq(documents.workspaceId, workspaceId), isNull(documents.deletedAt))
const NOTHING = { count: 1, name: '', merged: [], document: null }

async function tagged(db: Db, scope: Scope): Promise<Deed[]> {
  const rows = await db
    .select({ at: excerpts.createdAt, by: BY, document: DOCUMENT })
    .from(excerpts)
    .innerJoin(documents, and(eq(documents.id, excerpts.documentId), liveIn(scope)))
    .innerJoin(users, eq(users.id, excerpts.taggerId))
    .where(and(eq(excerpts.workspaceId, scope.workspaceId), inVisibleLayer(scope)))
    .orderBy(desc(excerpts.createdAt), desc(excerpts.annotationId))
    .limit(LOOKED_AT)
  return rows.map((row) => ({ ...NOTHING, kind: 'tagged', ...row, at: row.at.getTime() }))
}

async function commented(db: Db, scope: Scope): Promise<Deed[]> {
  const rows = await db
    .select({ at: comments.createdAt, by: BY, document: DOCUMENT })
    .from(comments)
    .innerJoin(threads, eq(threads.annotationId, comments.annotationId))
    .innerJoin(documents, and(eq(documents.id, threads.documentId), liveIn(scope)))
    .innerJoin(users, eq(users.id, comments.createdBy))
    .where(and(eq(comments.workspaceId, scope.workspaceId), eq(comments.act, 'said'), isNull(comments.deletedAt)))
    .orderBy(desc(comments.createdAt))
    .limit(LOOKED_AT)
  return rows.map((row) => ({ ...NOTHING, kind: 'commented', ...row, at: row.at.getTime() }))
}

async function imported(db: Db, scope: Scope, limit: number): Promise<Deed[]> {
  const rows = await db
    .select({ at: documents.createdAt, by: BY, document: DOCUMENT })
    .from(documents)
    .innerJoin(users, eq(users.id, documents.createdBy))
    .where(liveIn(scope))
    .orderBy(desc(documents.createdAt))
    .limit(limit)
  return rows.map((row) => ({ ...NOTHING, kind: 'imported', ...row, at: row.at.getTime() }))
}

async function edited(db: Db, scope: Scope, limit: number): Promise<Deed[]> {
  const edits = sql`(${lastEdits(scope)}) as edits (document_id, kind, by, at, n)`
  const rows = await db
    .select({ at: sql<number>`(extract(epoch from edits.at) * 1000)::float8`, by: BY, document: DOCUMENT })
    .from(edits)
    .innerJoin(documents, eq(documents.id, sql`edits.document_id`))
    .innerJoin(users, eq(users.id, sql`edits.by`))
    .orderBy(sql`edits.at desc`)
    .limit(limit)
  return rows.map((row) => ({ ...NOTHING, kind: 'edited', ...row }))
}

async function proposed(db: Db, scope: Scope, limit: number): Promise<Deed[]> {
  const rows = await db
    .select({ at: codebookProposals.at, by: BY, name: codebookProposals.name })
    .from(codebookProposals)
    .innerJoin(users, eq(users.id, codebookProposals.proposedBy))
    .where(eq(codebookProposals.workspaceId, scope.workspaceId))
    .orderBy(desc(codebookProposals.at))
    .limit(limit)
  return rows.map((row) => ({ ...NOTHING, kind: 'proposed', ...row, at: row.at.getTime() }))
}

/** Merges that stand. */
async function merged(db: Db, scope: Scope, limit: number): Promise<Deed[]> {
  const { at, name, entry, before, after } = codebookChanges
  const rows = await db
    .select({ at, by: BY, name, entry, before, after })
    .from(codebookChanges)
    .innerJoin(users, eq(users.id, codebookChanges.by))
    .where(and(eq(codebookChanges.workspaceId, scope.workspaceId), eq(codebookChanges.act, 'merged'), isNull(codebookChanges.undoneBy)))
    .orderBy(desc(codebookChanges.version))
    .limit(limit)
  return rows.map((row) => {
    const gone = row.before[row.entry === 'theme' ? 'themes' : 'actors'] ?? {}
    const names = Object.keys(row.after.merged ?? {}).map((id) => String(gone[id]?.name ?? ''))
    return { ...NOTHING, kind: 'merged', at: row.at.getTime(), by: row.by, name: row.name, merged: names.filter(Boolean) }
  })
}
