'use server'
import { z } from 'zod'
import { noMemberWords } from '#/lib/access/member.ts'
import { findScope } from '#/server/auth/scope.ts'
import { memberDb } from '#/server/runtime.ts'
import { type QueryToSave, deleteSavedQuery as remove, type SavedQueryResult, saveQuery as save } from '#/server/usecases/save-query.ts'

const querySchema = z.object({ name: z.string().max(1000), address: z.string().max(16_000), isShared: z.boolean() })

/** Keeps a query under a name, or puts another under a name one had. */
export async function saveQuery(workspaceId: string, input: QueryToSave): Promise<SavedQueryResult> {
  const query = querySchema.parse(input)
  const scope = await findScope(workspaceId)
  return scope ? save(scope, query, { db: memberDb(scope) }) : { ok: false, reason: noMemberWords() }
}

export async function deleteSavedQuery(workspaceId: string, queryId: string): Promise<SavedQueryResult> {
  const id = z.uuid().parse(queryId)
  const scope = await findScope(workspaceId)
  return scope ? remove(scope, id, { db: memberDb(scope) }) : { ok: false, reason: noMemberWords() }
}
