import { notFound } from 'next/navigation'
import { cache } from 'react'
import { findRole } from '#/db/queries/membership.ts'
import { mintScope, type Scope } from '#/db/scope.ts'
import { db } from '#/server/runtime.ts'
import { currentUser, requireUser } from './session.ts'

/** The right to work in this workspace, or null when nobody is signed in or they are no member. */
export const findScope = cache(async (workspaceId: string): Promise<Scope | null> => {
  const user = await currentUser()
  const role = user && (await findRole(db(), workspaceId, user.id))
  return user && role ? mintScope(workspaceId, user.id, role) : null
})

/** The gate of pages and actions. Strangers see "not found": whether a workspace exists is nobody's business. */
export async function requireScope(workspaceId: string): Promise<Scope> {
  await requireUser(`/w/${workspaceId}/documents`)
  return (await findScope(workspaceId)) ?? notFound()
}
