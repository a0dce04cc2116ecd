'use server'
import { z } from 'zod'
import { listAssignees } from '#/db/queries/document-work.ts'
import { countMatching } from '#/db/queries/excerpt-counts.ts'
import { countLosses } from '#/db/queries/excerpt-losses.ts'
import { pageOfExcerpts } from '#/db/queries/excerpts.ts'
import { readLastWords } from '#/db/queries/last-words.ts'
import { matchingAmong } from '#/db/queries/matching-among.ts'
import { listMatchingDocuments } from '#/db/queries/matching-documents.ts'
import { listMembers } from '#/db/queries/members.ts'
import { can } from '#/lib/access/roles.ts'
import type { Quote } from '#/lib/annotation/model.ts'
import type { DocumentsToAssign } from '#/lib/document/documents-to-assign.ts'
import type { ExcerptPage } from '#/lib/excerpt/excerpt.ts'
import { parseResultsQuery } from '#/lib/excerpt/results-query.ts'
import type { LossCounts } from '#/lib/format/export/losses.ts'
import { readAddress } from '#/lib/query/address.ts'
import { findScope } from '#/server/auth/scope.ts'
import { memberDb, runtime } from '#/server/runtime.ts'

const text = z.string().max(16_000)
/** The most rows a page is asked about. */
const SHOWN_LIMIT = 5000

interface ResultsNow {
  count: number
  /** Of the annotation ids that were asked about. */
  matching: string[]
}

/**
 * The next page of results; null for who is signed out or no member.
 *
 * @param query address parameters of the excerpts page
 * @param after `next` of the page before
 */
export async function moreExcerpts(workspaceId: string, query: string, after: string): Promise<ExcerptPage | null> {
  const scope = await findScope(workspaceId)
  if (!scope) return null
  const { query: asked, sort } = parseResultsQuery(new URLSearchParams(text.parse(query)))
  return pageOfExcerpts(memberDb(scope), scope, { query: asked, sort, after: text.parse(after) })
}

/**
 * How many excerpts match now, and which of those that are shown still do; null for who is signed out or no member.
 *
 * @param shown annotation ids
 */
export async function resultsNow(workspaceId: string, query: string, shown: string[]): Promise<ResultsNow | null> {
  const scope = await findScope(workspaceId)
  if (!scope) return null
  const { query: asked } = parseResultsQuery(new URLSearchParams(text.parse(query)))
  const ids = z.array(z.uuid()).max(SHOWN_LIMIT).parse(shown)
  const db = memberDb(scope)
  return { count: await countMatching(db, scope, asked), matching: await matchingAmong(db, scope, asked, ids) }
}

/** The last words of a document's detached statements, by annotation id; null for who is signed out or no member. */
export async function lastWordsOf(workspaceId: string, documentId: string): Promise<Map<string, Quote> | null> {
  const scope = await findScope(workspaceId)
  if (!scope) return null
  // They may have been deleted a moment ago.
  await runtime().collab.settleExcerpts()
  return readLastWords(memberDb(scope), scope, z.uuid().parse(documentId))
}

/** How much of what matches the formats of an export do not hold; null for who is signed out or no member. */
export async function countExportLosses(workspaceId: string, query: string): Promise<LossCounts | null> {
  const scope = await findScope(workspaceId)
  if (!scope) return null
  await runtime().collab.settleExcerpts()
  return countLosses(memberDb(scope), scope, readAddress(new URLSearchParams(text.parse(query))).query)
}

/** The documents in which excerpts match with who is asked to work on each, and who could be; null for who is signed out or no member. */
export async function documentsToAssign(workspaceId: string, query: string): Promise<DocumentsToAssign | null> {
  const scope = await findScope(workspaceId)
  if (!scope) return null
  const db = memberDb(scope)
  await runtime().collab.settleExcerpts()
  const matching = await listMatchingDocuments(db, scope, readAddress(new URLSearchParams(text.parse(query))).query)
  const assignees = await listAssignees(db, scope)
  const members = await listMembers(db, scope)
  return {
    documents: matching.map((document) => ({ ...document, assignees: assignees.get(document.id) ?? [] })),
    colleagues: members.filter(({ role }) => can(role, 'comment')).map(({ id, name }) => ({ id, name })),
  }
}
