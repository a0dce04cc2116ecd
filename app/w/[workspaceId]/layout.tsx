import type { ReactNode } from 'react'
import { SettingsProvider } from '#/components/account/settings-context.tsx'
import { CollabProvider } from '#/components/collab/collab-provider.tsx'
import { Keyboard } from '#/components/keyboard/keyboard.tsx'
import { WorkspaceBeacon } from '#/components/workspace/workspace-beacon.tsx'
import { requireScope } from '#/server/auth/scope.ts'
import { requireUser } from '#/server/auth/session.ts'
import { mySettings } from '#/server/loaders/my-settings.ts'
import { runtime } from '#/server/runtime.ts'

/** The gate of a workspace, and the one socket of its pages. Pages ask for their scope again: a layout is not drawn anew on every navigation. */
export default async function WorkspaceLayout({ children, params }: { children: ReactNode; params: Promise<{ workspaceId: string }> }) {
  const { workspaceId } = await requireScope((await params).workspaceId)
  const { id, name } = await requireUser()
  return (
    <CollabProvider user={{ id, name }} installation={runtime().installation} serverTime={Date.now()}>
      <SettingsProvider settings={await mySettings()}>
        <WorkspaceBeacon workspaceId={workspaceId} />
        <Keyboard workspaceId={workspaceId} />
        {children}
      </SettingsProvider>
    </CollabProvider>
  )
}
