'use client'

import { useRef, useState } from 'react'
import { FileInput } from '#/components/imports/file-input.tsx'
import { useCommand } from '#/components/keyboard/use-command.ts'
import { Icon } from '#/components/ui/icon.tsx'
import { Kbd } from '#/components/ui/kbd.tsx'
import { Menu } from '#/components/ui/menu.tsx'
import { MenuItem } from '#/components/ui/menu-item.tsx'
import { onDemand } from '#/components/ui/on-demand.tsx'
import { t } from '#/lib/message/t.ts'

const ImportProjectDialog = onDemand(() =>
  import('#/components/project-import/import-project-dialog.tsx').then((module) => module.ImportProjectDialog),
)

/** The main button of the page; `N` presses it. */
export function AddDocument({ workspaceId, onPaste }: { workspaceId: string; onPaste: () => void }) {
  const box = useRef<HTMLSpanElement>(null)
  const input = useRef<HTMLInputElement>(null)
  const [bringsProject, setBringsProject] = useState(false)
  useCommand('documents.add', () => box.current?.querySelector('button')?.click())

  const trigger = (
    <>
      <Icon name="plus" />
      {t('Add document')}
      <Kbd>N</Kbd>
    </>
  )
  return (
    <span ref={box}>
      <Menu trigger={trigger} triggerClassName="btn btn--primary" align="end">
        <MenuItem icon="upload" onSelect={() => input.current?.click()}>
          {t('Choose files')}
        </MenuItem>
        <MenuItem icon="pencil" onSelect={onPaste}>
          {t('Paste or type text')}
        </MenuItem>
        <MenuItem icon="layers" onSelect={() => setBringsProject(true)}>
          {t('Import a project')}
        </MenuItem>
      </Menu>
      <FileInput ref={input} workspaceId={workspaceId} />
      {bringsProject && <ImportProjectDialog workspaceId={workspaceId} onClose={() => setBringsProject(false)} />}
    </span>
  )
}
