import { NO_MEMBER } from '#/lib/access/member.ts'
import { IMPORT_LIMITS } from '#/lib/format/import/limits.ts'
import { isId } from '#/lib/id.ts'
import { findScope } from '#/server/auth/scope.ts'
import { currentUser } from '#/server/auth/session.ts'
import { parseImport } from '#/server/http/parse-import.ts'
import { readBody } from '#/server/http/read-body.ts'
import { isSameOrigin } from '#/server/http/same-origin.ts'
import { log } from '#/server/log.ts'
import { db, runtime } from '#/server/runtime.ts'
import { offerEdition } from '#/server/usecases/offer-edition.ts'

/** Bytes of a request besides the file in it. */
const ENVELOPE = 1024 * 1024

const STATUS: Readonly<Record<string, number>> = { forbidden: 403, gone: 404, 'too-large': 413, interrupted: 503 }

/**
 * Reads a file and tells what it would do to the document as a new edition; see `parseImport` for the body, which must be a
 * file. Changes nothing. Answers an `OfferedEdition` or `{ ok: false, reason, message }`.
 */
export async function POST(request: Request, { params }: RouteContext<'/api/editions/[documentId]'>): Promise<Response> {
  const { documentId } = await params
  if (!isSameOrigin(request, runtime().origin)) return refused(403, 'origin', 'Open Interline at its own address and try again.')
  if (!(await currentUser())) return refused(401, 'signed-out', 'You are signed out. Sign in and add the file again.')
  const body = await readBody(request, IMPORT_LIMITS.file + ENVELOPE)
  if (!body) return refused(413, 'too-large', 'This file is larger than 50 MB. Split it, or save its text alone and add that.')
  const asked = await parseImport(request.headers.get('content-type') ?? '', body)
  if (!asked || 'pasted' in asked.input || !isId(documentId))
    return refused(400, 'invalid', 'The upload did not arrive whole. Add the file again.')
  const scope = await findScope(asked.workspaceId)
  if (!scope) return refused(404, 'stranger', NO_MEMBER)
  const { extraction, editions } = runtime()
  const { fileName, bytes } = asked.input
  const deps = { db: db(), extract: extraction.extract, compare: editions.compare }
  const result = await offerEdition(scope, documentId, { fileName, bytes }, deps)
  log.info('edition.offer', {
    workspaceId: scope.workspaceId,
    bytes: body.length,
    outcome: result.ok ? result.report.verdict : result.reason,
  })
  return result.ok ? Response.json(result) : refused(STATUS[result.reason] ?? 422, result.reason, result.message)
}

function refused(status: number, reason: string, message: string): Response {
  return Response.json({ ok: false, reason, message }, { status })
}
