'use client'

import './codebook-exchange.css'
import { useState } from 'react'
import { ReadyMadeDialog } from '#/components/codebook/ready-made-dialog.tsx'
import { historyPath } from '#/components/codebook-history/history-place.ts'
import { FormatLink } from '#/components/ui/format-link.tsx'
import { Icon } from '#/components/ui/icon.tsx'
import { Menu } from '#/components/ui/menu.tsx'
import { MenuItem, MenuLink } from '#/components/ui/menu-item.tsx'
import type { Codebook } from '#/lib/codebook/codebook.ts'
import type { BookSort } from '#/lib/format/codebook/book.ts'
import { CODEBOOK_FORMATS } from '#/lib/format/codebook/codebook-formats.ts'
import { t } from '#/lib/message/t.ts'
import { CodebookFormatsDialog } from './codebook-formats-dialog.tsx'
import { ImportCodebookDialog } from './import-codebook-dialog.tsx'

interface CodebookMenuProps {
  workspaceId: string
  codebook: Codebook
  /** The page it stands on: what entries of a file are taken for that does not say. */
  noun: BookSort
  canManage: boolean
  /** A ready-made codebook was added or taken back. */
  onChanged: () => void
}

/** What can be done with the codebook as a whole: its history, the ready-made ones, taking it out as a file and putting one in. */
export function CodebookMenu({ workspaceId, codebook, noun, canManage, onChanged }: CodebookMenuProps) {
  const [open, setOpen] = useState<'formats' | 'import' | 'ready-made' | null>(null)
  const close = () => setOpen(null)
  return (
    <>
      <Menu
        align="end"
        trigger={
          <>
            {t('Codebook')}
            <Icon name="down" small />
          </>
        }
      >
        <MenuLink icon="history" href={historyPath(workspaceId)}>
          {t('History and versions')}
        </MenuLink>
        {canManage && (
          <MenuItem icon="layers" onSelect={() => setOpen('ready-made')}>
            {t('Ready-made codebooks…')}
          </MenuItem>
        )}
        <hr />
        {/* biome-ignore lint/a11y/useSemanticElements: a group of menu items */}
        <div role="group" aria-label={t('Export actors and themes')} className="formatmenu">
          <p className="menu__head label" aria-hidden="true">
            {t('Export actors and themes')}
          </p>
          {CODEBOOK_FORMATS.map(({ id, badge, name, holds }) => (
            <FormatLink key={id} href={`/api/codebooks/${workspaceId}?format=${id}`} badge={badge} name={name} holds={holds} />
          ))}
        </div>
        <MenuItem onSelect={() => setOpen('formats')}>{t('What each format keeps')}</MenuItem>
        {canManage && <hr />}
        {canManage && (
          <MenuItem icon="upload" onSelect={() => setOpen('import')}>
            {t('Import a codebook…')}
          </MenuItem>
        )}
      </Menu>
      {open === 'ready-made' && (
        <ReadyMadeDialog workspaceId={workspaceId} codebook={codebook} noun={noun} onAdded={onChanged} onClose={close} />
      )}
      <CodebookFormatsDialog workspaceId={workspaceId} open={open === 'formats'} onClose={close} />
      {open === 'import' && <ImportCodebookDialog workspaceId={workspaceId} noun={noun} onClose={close} />}
    </>
  )
}
