import type { ReactNode } from 'react'
import { SettingsProvider } from '#/components/account/settings-context.tsx'
import { CollabProvider } from '#/components/collab/collab-provider.tsx'
import { Keyboard } from '#/components/keyboard/keyboard.tsx'
import { PersonColoursProvider } from '#/components/ui/person-colours.tsx'
import { WorkspaceBeacon } from '#/components/workspace/workspace-beacon.tsx'
import { listChosenColours } from '#/db/queries/people.ts'
import { requireScope } from '#/server/auth/scope.ts'
import { requireUser } from '#/server/auth/session.ts'
import { mySettings } from '#/server/loaders/my-settings.ts'
import { memberDb, runtime } from '#/server/runtime.ts'

/** The gate of a workspace, and the one socket of its pages. Pages ask for their scope again: a layout is not drawn anew on every navigation. */
export default async function WorkspaceLayout({ children, params }: { children: ReactNode; params: Promise<{ workspaceId: string }> }) {
  const scope = await requireScope((await params).workspaceId)
  const { workspaceId } = scope
  const { id, name, colour } = await requireUser()
  return (
    <CollabProvider user={{ id, name, colour }} installation={runtime().installation} serverTime={Date.now()}>
      <SettingsProvider settings={await mySettings()}>
        <PersonColoursProvider workspaceId={workspaceId} colours={await listChosenColours(memberDb(scope), scope)}>
          <WorkspaceBeacon workspaceId={workspaceId} />
          <Keyboard workspaceId={workspaceId} />
          {children}
        </PersonColoursProvider>
      </SettingsProvider>
    </CollabProvider>
  )
}
