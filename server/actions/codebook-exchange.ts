'use server'
import { noMemberWords } from '#/lib/access/member.ts'
import type { Refused } from '#/lib/codebook/refused.ts'
import type { CodebookFormat } from '#/lib/format/codebook/codebook-formats.ts'
import { findScope } from '#/server/auth/scope.ts'
import { memberDb, runtime } from '#/server/runtime.ts'
import { codebookExportLosses } from '#/server/usecases/export-codebook.ts'
import { type ImportUndone, undoCodebookImport } from '#/server/usecases/undo-codebook-import.ts'
import { versionSchema } from './codebook-schema.ts'

/** What of the codebook each format does not hold, in sentences; null for who is signed out or no member. */
export async function codebookLosses(workspaceId: string): Promise<Record<CodebookFormat['id'], string[]> | null> {
  const scope = await findScope(workspaceId)
  return scope && codebookExportLosses(scope, { db: memberDb(scope) })
}

/** @param version the version of the codebook that the import made */
export async function takeBackCodebookImport(workspaceId: string, version: number): Promise<ImportUndone | Refused> {
  const made = versionSchema.parse(version)
  const scope = await findScope(workspaceId)
  if (!scope) return { ok: false, reason: noMemberWords() }
  // What was tagged a moment ago counts.
  await runtime().collab.settleExcerpts()
  const notify = (what: 'actors' | 'themes', id: string) =>
    runtime().collab.notifyWorkspace(scope.workspaceId, { type: 'changed', what, id })
  return undoCodebookImport(scope, made, { db: memberDb(scope), notify })
}
