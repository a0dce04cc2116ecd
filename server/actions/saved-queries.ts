'use server'
import { z } from 'zod'
import { noMemberWords } from '#/lib/access/member.ts'
import type { QueryToSave } from '#/lib/query/saved-query.ts'
import { findScope } from '#/server/auth/scope.ts'
import { memberDb } from '#/server/runtime.ts'
import {
  deleteSavedQuery as remove,
  type SavedQueryResult,
  saveQuery as save,
  updateSavedQuery as update,
} from '#/server/usecases/save-query.ts'

const querySchema = z.object({ name: z.string().max(1000), address: z.string().max(16_000), isShared: z.boolean() })

/** Keeps a query under a name, or puts another under a name one had. */
export async function saveQuery(workspaceId: string, input: QueryToSave): Promise<SavedQueryResult> {
  const query = querySchema.parse(input)
  const scope = await findScope(workspaceId)
  return scope ? save(scope, query, { db: memberDb(scope) }) : { ok: false, reason: noMemberWords() }
}

/** Changes an own saved query: its name, what it asks, who sees it. */
export async function updateSavedQuery(workspaceId: string, queryId: string, input: QueryToSave): Promise<SavedQueryResult> {
  const query = { id: z.uuid().parse(queryId), ...querySchema.parse(input) }
  const scope = await findScope(workspaceId)
  return scope ? update(scope, query, { db: memberDb(scope) }) : { ok: false, reason: noMemberWords() }
}

export async function deleteSavedQuery(workspaceId: string, queryId: string): Promise<SavedQueryResult> {
  const id = z.uuid().parse(queryId)
  const scope = await findScope(workspaceId)
  return scope ? remove(scope, id, { db: memberDb(scope) }) : { ok: false, reason: noMemberWords() }
}
