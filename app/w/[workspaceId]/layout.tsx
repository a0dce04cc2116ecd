import type { ReactNode } from 'react'
import { requireScope } from '#/server/auth/scope.ts'

/** The gate of a workspace. Pages ask again for themselves: a layout is not drawn anew on every navigation. */
export default async function WorkspaceLayout({ children, params }: { children: ReactNode; params: Promise<{ workspaceId: string }> }) {
  await requireScope((await params).workspaceId)
  return children
}
