import { z } from 'zod'
import { workspaceOfDocument } from '#/db/queries/documents.ts'
import type { Scope } from '#/db/scope.ts'
import { t } from '#/lib/message/t.ts'
import { findScope } from '#/server/auth/scope.ts'
import { db, memberDb, runtime } from '#/server/runtime.ts'
import { type HistoryRequest, type HistoryResult, readHistory } from '#/server/usecases/read-history.ts'

const STATUS = { 'not-found': 404, invalid: 400, unavailable: 503 } as const
const HEADERS = { 'Cache-Control': 'private, no-store' }
const seq = z.coerce.number().int().min(0)

/** The member's right to the workspace of a document; null for strangers and the signed out: they hear the same as for a document that never was. */
export async function scopeOfDocument(documentId: string): Promise<Scope | null> {
  const workspaceId = await workspaceOfDocument(db(), documentId)
  return workspaceId ? findScope(workspaceId) : null
}

/** A point in the address; null when it is not there, undefined when it is no number. */
export function pointIn(query: URLSearchParams, name: string): number | null | undefined {
  const given = query.get(name)
  return given ? seq.safeParse(given).data : null
}

/** Answers what is asked of a document's history. */
export async function historyResponse(documentId: string, request: HistoryRequest): Promise<Response> {
  const scope = await scopeOfDocument(documentId)
  if (!scope) return historyRefusal('not-found', t('There is no such document.'))
  const result = await readHistory(scope, documentId, request, { db: memberDb(scope), history: runtime().history })
  if (!result.ok) return historyRefusal(result.reason, result.message)
  return new Response(result.json, { headers: { ...HEADERS, 'Content-Type': 'application/json' } })
}

export function historyRefusal(reason: Extract<HistoryResult, { ok: false }>['reason'], message: string): Response {
  return Response.json({ ok: false, message }, { status: STATUS[reason], headers: HEADERS })
}
