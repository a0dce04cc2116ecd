'use server'
import { refresh } from 'next/cache'
import { z } from 'zod'
import { noMemberWords } from '#/lib/access/member.ts'
import { findScope } from '#/server/auth/scope.ts'
import { requireUser } from '#/server/auth/session.ts'
import { db, memberDb, runtime } from '#/server/runtime.ts'
import { type BinWorkspaceResult, binWorkspace as bin, bringBackWorkspace as bringBack } from '#/server/usecases/bin-workspace.ts'
import { createWorkspace as create } from '#/server/usecases/create-workspace.ts'
import { renameWorkspace as rename } from '#/server/usecases/rename-workspace.ts'

const nameSchema = z.object({ name: z.string() })

export async function createWorkspace(input: { name: string }): Promise<{ ok: true; workspaceId: string } | { ok: false; reason: string }> {
  const user = await requireUser()
  return create(user.id, nameSchema.parse(input), { db: db() })
}

export async function renameWorkspace(workspaceId: string, input: { name: string }): Promise<{ ok: true } | { ok: false; reason: string }> {
  const scope = await findScope(workspaceId)
  if (!scope) return { ok: false, reason: noMemberWords() }
  const result = await rename(scope, nameSchema.parse(input), { db: memberDb(scope) })
  if (result.ok) refresh()
  return result
}

/** `typed`: its name, to confirm. */
export async function deleteWorkspace(workspaceId: string, typed: string): Promise<BinWorkspaceResult> {
  const scope = await findScope(workspaceId)
  if (!scope) return { ok: false, reason: noMemberWords() }
  return bin(scope, z.string().max(2000).parse(typed), { db: memberDb(scope), collab: runtime().collab })
}

/** For an owner of a workspace in the bin, which nobody has a scope for. */
export async function bringBackWorkspace(workspaceId: string): Promise<BinWorkspaceResult> {
  const user = await requireUser()
  const result = await bringBack(user.id, z.uuid().parse(workspaceId), { db: db() })
  if (result.ok) refresh()
  return result
}
