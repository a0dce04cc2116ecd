'use client'

import { useState } from 'react'
import { Icon } from '#/components/ui/icon.tsx'
import { Menu } from '#/components/ui/menu.tsx'
import { MenuItem, MenuLink } from '#/components/ui/menu-item.tsx'
import type { WorkspaceOfPerson } from '#/lib/access/member.ts'
import { t } from '#/lib/message/t.ts'
import { NewWorkspaceDialog } from './new-workspace-dialog.tsx'

/** The name of the open workspace; the menu leads to the others. */
export function WorkspaceSwitcher({
  current,
  workspaces,
}: {
  current: { id: string; name: string }
  workspaces: readonly WorkspaceOfPerson[]
}) {
  const [creating, setCreating] = useState(false)
  const trigger = (
    <>
      <bdi className="clip">{current.name}</bdi>
      <Icon name="down" small />
    </>
  )
  return (
    <>
      <Menu label={t('Workspace: {current}', { current: current.name })} trigger={trigger} triggerClassName="btn btn--quiet switcher">
        {workspaces.map((workspace) => (
          <MenuLink key={workspace.id} href={`/w/${workspace.id}/documents`} current={workspace.id === current.id}>
            <bdi>{workspace.name}</bdi>
          </MenuLink>
        ))}
        <hr />
        <MenuLink href="/workspaces">{t('All workspaces')}</MenuLink>
        <MenuItem icon="plus" onSelect={() => setCreating(true)}>
          {t('New workspace')}
        </MenuItem>
      </Menu>
      <NewWorkspaceDialog open={creating} onClose={() => setCreating(false)} />
    </>
  )
}
