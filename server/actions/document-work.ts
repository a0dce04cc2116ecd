'use server'
import { refresh } from 'next/cache'
import { z } from 'zod'
import { countNews, markAssignmentsSeen, noteVisit } from '#/db/queries/document-work.ts'
import type { Scope } from '#/db/scope.ts'
import { noMemberWords } from '#/lib/access/member.ts'
import type { DocumentNews } from '#/lib/document/news.ts'
import { DOCUMENT_STATUSES, type DocumentStatus } from '#/lib/document/status.ts'
import { findScope } from '#/server/auth/scope.ts'
import { memberDb, runtime } from '#/server/runtime.ts'
import { type Assignment, assignDocuments as assign, setDocumentStatus as setStatus } from '#/server/usecases/plan-documents.ts'
import type { DocumentDeps, DocumentResult } from '#/server/usecases/update-document.ts'

const idsSchema = z.array(z.uuid()).min(1).max(2000)
const assignmentSchema = z.object({ ask: z.array(z.uuid()).max(200), release: z.array(z.uuid()).max(200) })

export async function setDocumentStatus(workspaceId: string, ids: readonly string[], status: DocumentStatus): Promise<DocumentResult> {
  const asked = z.enum(DOCUMENT_STATUSES).parse(status)
  return shown(run(workspaceId, (scope, deps) => setStatus(scope, idsSchema.parse(ids), asked, deps)))
}

/** Asks members to work on documents, and takes others off them. */
export async function assignDocuments(workspaceId: string, ids: readonly string[], assignment: Assignment): Promise<DocumentResult> {
  const parsed = assignmentSchema.parse(assignment)
  return shown(run(workspaceId, (scope, deps) => assign(scope, idsSchema.parse(ids), parsed, deps)))
}

/** Notes that this member has seen what they are asked to work on. */
export async function seeAssignments(workspaceId: string): Promise<DocumentResult> {
  return run(workspaceId, async (scope, { db, collab }) => {
    await markAssignmentsSeen(db, scope)
    // The number in the bar of their other pages goes down too.
    collab.notifyWorkspace(scope.workspaceId, { type: 'changed', what: 'assignments' })
    return { ok: true }
  })
}

/**
 * Notes that this member has the list of documents before them, and says what others brought since they had it last.
 *
 * @param since where this visit began to count, ms since 1970; null when it begins now
 * @returns null for who is signed out or no member, and at the very first visit
 */
export async function visitDocuments(workspaceId: string, since: number | null): Promise<DocumentNews | null> {
  const scope = await findScope(z.uuid().parse(workspaceId))
  if (!scope) return null
  const asked = z.number().int().min(0).max(8.64e15).nullable().parse(since)
  const before = await noteVisit(memberDb(scope), scope, new Date())
  const from = asked ?? before?.getTime() ?? null
  return from === null ? null : { since: from, ...(await countNews(memberDb(scope), scope, new Date(from))) }
}

/** The answer brings the list as it is now. */
async function shown(change: Promise<DocumentResult>): Promise<DocumentResult> {
  const result = await change
  refresh()
  return result
}

async function run(workspaceId: string, act: (scope: Scope, deps: DocumentDeps) => Promise<DocumentResult>): Promise<DocumentResult> {
  const scope = await findScope(z.uuid().parse(workspaceId))
  if (!scope) return { ok: false, reason: noMemberWords() }
  return act(scope, { db: memberDb(scope), collab: runtime().collab })
}
