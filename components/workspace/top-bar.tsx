import './workspace.css'
import Link from 'next/link'
import { SaveState } from '#/components/collab/save-state.tsx'
import { ImportStatus } from '#/components/imports/import-status.tsx'
import { PaletteButton } from '#/components/keyboard/palette-button.tsx'
import { InboxLink } from '#/components/talk/inbox-link.tsx'
import { Mark } from '#/components/ui/mark.tsx'
import type { WorkspaceOfPerson } from '#/lib/access/member.ts'
import { t } from '#/lib/message/t.ts'
import { AccountMenu } from './account-menu.tsx'
import { RegionJump } from './region-jump.tsx'
import { WorkspaceNav } from './workspace-nav.tsx'
import { WorkspacePeople } from './workspace-people.tsx'
import { WorkspaceSwitcher } from './workspace-switcher.tsx'

interface TopBarProps {
  user: { id: string; name: string; email: string }
  workspace: { id: string; name: string }
  /** All workspaces of the person. */
  workspaces: readonly WorkspaceOfPerson[]
}

/** The bar over every page of a workspace except the reader, which has its own. */
export function TopBar({ user, workspace, workspaces }: TopBarProps) {
  return (
    <>
      <a className="skip" href="#main">
        {t('Skip to content')}
      </a>
      <header className="topbar">
        <Link className="mark" href={`/w/${workspace.id}/documents`} aria-label={t('Interline home')}>
          <Mark />
          <span className="hide-small">{t('Interline')}</span>
        </Link>
        <WorkspaceSwitcher current={workspace} workspaces={workspaces} />
        <WorkspaceNav workspaceId={workspace.id} />
        <span className="grow hide-small" />
        <PaletteButton />
        <ImportStatus />
        <SaveState />
        <InboxLink workspaceId={workspace.id} />
        <WorkspacePeople workspaceId={workspace.id} />
        <AccountMenu user={user} />
      </header>
      <RegionJump />
    </>
  )
}
