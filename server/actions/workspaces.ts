'use server'
import { refresh } from 'next/cache'
import { z } from 'zod'
import { NO_MEMBER } from '#/lib/access/member.ts'
import { findScope } from '#/server/auth/scope.ts'
import { requireUser } from '#/server/auth/session.ts'
import { db } from '#/server/runtime.ts'
import { createWorkspace as create } from '#/server/usecases/create-workspace.ts'
import { renameWorkspace as rename } from '#/server/usecases/rename-workspace.ts'

const nameSchema = z.object({ name: z.string() })

export async function createWorkspace(input: { name: string }): Promise<{ ok: true; workspaceId: string } | { ok: false; reason: string }> {
  const user = await requireUser()
  return create(user.id, nameSchema.parse(input), { db: db() })
}

export async function renameWorkspace(workspaceId: string, input: { name: string }): Promise<{ ok: true } | { ok: false; reason: string }> {
  const scope = await findScope(workspaceId)
  if (!scope) return { ok: false, reason: NO_MEMBER }
  const result = await rename(scope, nameSchema.parse(input), { db: db() })
  if (result.ok) refresh()
  return result
}
