'use client'

import './codebook-exchange.css'
import { useState } from 'react'
import { FormatLink } from '#/components/ui/format-link.tsx'
import { Icon } from '#/components/ui/icon.tsx'
import { Menu } from '#/components/ui/menu.tsx'
import { MenuItem } from '#/components/ui/menu-item.tsx'
import type { BookSort } from '#/lib/format/codebook/book.ts'
import { CODEBOOK_FORMATS } from '#/lib/format/codebook/codebook-formats.ts'
import { CodebookFormatsDialog } from './codebook-formats-dialog.tsx'
import { ImportCodebookDialog } from './import-codebook-dialog.tsx'

interface CodebookMenuProps {
  workspaceId: string
  /** The page it stands on: what entries of a file are taken for that does not say. */
  noun: BookSort
  canManage: boolean
}

/** Takes actors and themes out as one file, and puts a file in. */
export function CodebookMenu({ workspaceId, noun, canManage }: CodebookMenuProps) {
  const [open, setOpen] = useState<'formats' | 'import' | null>(null)
  const close = () => setOpen(null)
  return (
    <>
      <Menu
        label="Codebook: export and import"
        align="end"
        trigger={
          <>
            Codebook
            <Icon name="down" small />
          </>
        }
      >
        {/* biome-ignore lint/a11y/useSemanticElements: a group of menu items */}
        <div role="group" aria-label="Export actors and themes" className="formatmenu">
          <p className="menu__head label" aria-hidden="true">
            Export actors and themes
          </p>
          {CODEBOOK_FORMATS.map(({ id, badge, name, holds }) => (
            <FormatLink key={id} href={`/api/codebooks/${workspaceId}?format=${id}`} badge={badge} name={name} holds={holds} />
          ))}
        </div>
        <MenuItem onSelect={() => setOpen('formats')}>What each format keeps</MenuItem>
        {canManage && <hr />}
        {canManage && (
          <MenuItem icon="upload" onSelect={() => setOpen('import')}>
            Import a codebook…
          </MenuItem>
        )}
      </Menu>
      <CodebookFormatsDialog workspaceId={workspaceId} open={open === 'formats'} onClose={close} />
      {open === 'import' && <ImportCodebookDialog workspaceId={workspaceId} noun={noun} onClose={close} />}
    </>
  )
}
