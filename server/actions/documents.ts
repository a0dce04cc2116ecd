'use server'
import { z } from 'zod'
import type { Scope } from '#/db/scope.ts'
import { noMemberWords } from '#/lib/access/member.ts'
import type { WhyClosed } from '#/lib/bin/why-closed.ts'
import type { DocumentMetaInput } from '#/lib/document/check-meta.ts'
import { findScope } from '#/server/auth/scope.ts'
import { memberDb, runtime } from '#/server/runtime.ts'
import { type BinDeps, binDocument } from '#/server/usecases/bin-document.ts'
import { deleteDocumentForGood as destroy } from '#/server/usecases/delete-document-for-good.ts'
import { type DocumentResult, updateDocument as update } from '#/server/usecases/update-document.ts'
import { whyClosed } from '#/server/usecases/why-closed.ts'
import { documentMetaSchema } from './document-schema.ts'

export async function updateDocument(workspaceId: string, id: string, input: DocumentMetaInput): Promise<DocumentResult> {
  const meta = documentMetaSchema.parse(input)
  return run(workspaceId, id, (scope, deps) => update(scope, id, meta, deps))
}

export async function moveDocumentToBin(workspaceId: string, id: string): Promise<DocumentResult> {
  return run(workspaceId, id, (scope, deps) => binDocument(scope, id, true, deps))
}

export async function restoreDocument(workspaceId: string, id: string): Promise<DocumentResult> {
  return run(workspaceId, id, (scope, deps) => binDocument(scope, id, false, deps))
}

/** For a page whose document was closed to it; null: there is none for this person. */
export async function askWhyClosed(workspaceId: string, id: string): Promise<WhyClosed | null> {
  z.uuid().parse(id)
  const scope = await findScope(workspaceId)
  return scope ? whyClosed(scope, id, { db: memberDb(scope) }) : null
}

/** `typed`: its title, to confirm. */
export async function deleteDocumentForGood(workspaceId: string, id: string, typed: string): Promise<DocumentResult> {
  const title = z.string().max(2000).parse(typed)
  return run(workspaceId, id, (scope, deps) => destroy(scope, id, title, deps))
}

async function run(
  workspaceId: string,
  id: string,
  act: (scope: Scope, deps: BinDeps) => Promise<DocumentResult>,
): Promise<DocumentResult> {
  z.uuid().parse(id)
  const scope = await findScope(workspaceId)
  if (!scope) return { ok: false, reason: noMemberWords() }
  return act(scope, { db: memberDb(scope), collab: runtime().collab })
}
