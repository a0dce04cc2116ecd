'use server'
import { z } from 'zod'
import type { Scope } from '#/db/scope.ts'
import type { DocumentMetaInput } from '#/lib/document/check-meta.ts'
import { findScope } from '#/server/auth/scope.ts'
import { db, runtime } from '#/server/runtime.ts'
import { type BinDeps, binDocument } from '#/server/usecases/bin-document.ts'
import { type DocumentResult, updateDocument as update } from '#/server/usecases/update-document.ts'

const metaSchema = z.object({
  title: z.string(),
  outlet: z.string(),
  author: z.string(),
  publishedOn: z.string().nullable(),
  url: z.string(),
  kind: z.string(),
  language: z.string(),
  direction: z.enum(['ltr', 'rtl']),
})

export async function updateDocument(workspaceId: string, id: string, input: DocumentMetaInput): Promise<DocumentResult> {
  const meta = metaSchema.parse(input)
  return run(workspaceId, id, (scope, deps) => update(scope, id, meta, deps))
}

export async function moveDocumentToBin(workspaceId: string, id: string): Promise<DocumentResult> {
  return run(workspaceId, id, (scope, deps) => binDocument(scope, id, true, deps))
}

export async function restoreDocument(workspaceId: string, id: string): Promise<DocumentResult> {
  return run(workspaceId, id, (scope, deps) => binDocument(scope, id, false, deps))
}

async function run(
  workspaceId: string,
  id: string,
  act: (scope: Scope, deps: BinDeps) => Promise<DocumentResult>,
): Promise<DocumentResult> {
  z.uuid().parse(id)
  const scope = await findScope(workspaceId)
  if (!scope) return { ok: false, reason: 'You are signed out or no longer a member of this workspace. Sign in again.' }
  return act(scope, { db: db(), collab: runtime().collab })
}
