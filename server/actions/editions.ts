'use server'
import { z } from 'zod'
import { noMemberWords } from '#/lib/access/member.ts'
import type { EditionKey } from '#/lib/edition/offered-edition.ts'
import { findScope } from '#/server/auth/scope.ts'
import { memberDb, runtime } from '#/server/runtime.ts'
import { type AppliedEdition, applyEdition as apply, dropEdition as drop } from '#/server/usecases/apply-edition.ts'

const inputSchema = z.object({
  workspaceId: z.uuid(),
  documentId: z.uuid(),
  key: z.object({ edition: z.int().positive(), sha256: z.string().regex(/^[0-9a-f]{64}$/) }),
})

/** A document and the file offered as its next edition. */
export interface EditionInput {
  workspaceId: string
  documentId: string
  key: EditionKey
}

export async function applyEdition(input: EditionInput): Promise<AppliedEdition | { ok: false; message: string }> {
  const { workspaceId, documentId, key } = inputSchema.parse(input)
  const scope = await findScope(workspaceId)
  if (!scope) return { ok: false, message: noMemberWords() }
  const { collab, extraction, editions } = runtime()
  return apply(scope, documentId, key, { db: memberDb(scope), collab, extract: extraction.extract, compare: editions.compare })
}

export async function dropEdition(input: EditionInput): Promise<void> {
  const { workspaceId, documentId, key } = inputSchema.parse(input)
  const scope = await findScope(workspaceId)
  if (scope) await drop(scope, documentId, key, { db: memberDb(scope) })
}
