'use server'
import { z } from 'zod'
import { noMemberWords } from '#/lib/access/member.ts'
import { findScope } from '#/server/auth/scope.ts'
import { memberDb, runtime } from '#/server/runtime.ts'
import type { BulkRefused } from '#/server/usecases/edit-tags-in-bulk.ts'
import { type BulkUndone, undoBulkEdit } from '#/server/usecases/undo-bulk-edit.ts'

/** Takes an own change of many tags back. @param undoId of its report */
export async function takeBackBulkEdit(workspaceId: string, undoId: string): Promise<BulkUndone | BulkRefused> {
  const id = z.uuid().parse(undoId)
  const scope = await findScope(workspaceId)
  if (!scope) return { ok: false, reason: noMemberWords() }
  return undoBulkEdit(scope, id, { db: memberDb(scope), collab: runtime().collab })
}
