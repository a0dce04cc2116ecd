import { workspaceOfDocument } from '#/db/queries/documents.ts'
import { t } from '#/lib/message/t.ts'
import { findScope } from '#/server/auth/scope.ts'
import { attachment } from '#/server/http/attachment.ts'
import { parseEdition } from '#/server/http/parse-edition.ts'
import { db, memberDb } from '#/server/runtime.ts'
import { takeOriginal } from '#/server/usecases/take-original.ts'

/**
 * The file of an edition of a document's source (`?edition=`; the latest that was applied when absent), byte for byte. Always a
 * download, it may be a page full of scripts; see also server/http/headers.ts.
 */
export async function GET(request: Request, { params }: { params: Promise<{ documentId: string }> }): Promise<Response> {
  const { documentId } = await params
  const edition = parseEdition(request.url)
  const workspaceId = await workspaceOfDocument(db(), documentId)
  const scope = workspaceId && (await findScope(workspaceId))
  const original = scope && edition !== null && (await takeOriginal(scope, documentId, edition, { db: memberDb(scope) }))
  // Strangers and the signed out hear the same as for a document that never was.
  if (!original) return new Response(t('There is no such file.'), { status: 404 })
  return new Response(new Uint8Array(original.bytes), {
    headers: {
      'Content-Type': 'application/octet-stream',
      'Content-Length': String(original.bytes.length),
      'Content-Disposition': attachment(original.fileName),
      'Cache-Control': 'private, no-store',
    },
  })
}
