import { notFound } from 'next/navigation'
import type { ReactNode } from 'react'
import { KindsProvider } from '#/components/ui/kinds-provider.tsx'
import { TopBar } from '#/components/workspace/top-bar.tsx'
import { listKinds } from '#/db/queries/codebook.ts'
import { listWorkspacesOf } from '#/db/queries/workspaces.ts'
import { requireScope } from '#/server/auth/scope.ts'
import { requireUser } from '#/server/auth/session.ts'
import { db, memberDb } from '#/server/runtime.ts'

/** Pages under the standard top bar: every one draws its own `<main id="main">`. */
export default async function ShellLayout({ children, params }: { children: ReactNode; params: Promise<{ workspaceId: string }> }) {
  const [{ workspaceId }, user] = await Promise.all([params, requireUser()])
  const workspaces = await listWorkspacesOf(db(), user.id)
  const workspace = workspaces.find(({ id }) => id === workspaceId) ?? notFound()
  const scope = await requireScope(workspaceId)
  return (
    <div className="app">
      <TopBar user={user} workspace={workspace} workspaces={workspaces} />
      <KindsProvider kinds={await listKinds(memberDb(scope), scope)}>{children}</KindsProvider>
    </div>
  )
}
