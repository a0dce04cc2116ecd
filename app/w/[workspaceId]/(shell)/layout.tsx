import { notFound } from 'next/navigation'
import type { ReactNode } from 'react'
import { TopBar } from '#/components/workspace/top-bar.tsx'
import { listWorkspacesOf } from '#/db/queries/workspaces.ts'
import { requireUser } from '#/server/auth/session.ts'
import { db } from '#/server/runtime.ts'

/** Pages under the standard top bar: every one draws its own `<main id="main">`. */
export default async function ShellLayout({ children, params }: { children: ReactNode; params: Promise<{ workspaceId: string }> }) {
  const [{ workspaceId }, user] = await Promise.all([params, requireUser()])
  const workspaces = await listWorkspacesOf(db(), user.id)
  const workspace = workspaces.find(({ id }) => id === workspaceId) ?? notFound()
  return (
    <div className="app">
      <TopBar user={user} workspace={workspace} workspaces={workspaces} />
      {children}
    </div>
  )
}
