import { useState } from 'react'
import { useCommand } from '#/components/keyboard/use-command.ts'
import { Icon } from '#/components/ui/icon.tsx'
import { Menu } from '#/components/ui/menu.tsx'
import { MenuItem } from '#/components/ui/menu-item.tsx'
import type { Codebook } from '#/lib/codebook/codebook.ts'
import { EVERYTHING, type ExcerptFilter } from '#/lib/excerpt/filter.ts'
import { t } from '#/lib/message/t.ts'
import { BulkDialog, type BulkScope } from './bulk-dialog.tsx'
import type { BulkAct } from './bulk-form.tsx'

interface BulkEditsProps {
  workspaceId: string
  filter: ExcerptFilter
  /** How many match; null while they are counted. */
  total: number | null
  /** Annotation ids. */
  selected: readonly string[]
  codebook: Codebook
  /** Whether tags of others may be changed too. */
  everyone: boolean
  onDone: () => void
}

/** Adds, replaces or removes a tag on the ticked excerpts, or on all that match. `A` adds, `R` replaces. */
export function BulkEdits({ workspaceId, filter, total, selected, codebook, everyone, onDone }: BulkEditsProps) {
  const [act, setAct] = useState<BulkAct | null>(null)
  useCommand('excerpts.add-tag', () => setAct('add'))
  useCommand('excerpts.replace-tag', () => setAct('replace'))
  const all: BulkScope = { name: 'all', filter, count: total }
  const some: BulkScope = { name: 'selected', filter: { ...EVERYTHING, state: 'all', ids: [...selected] }, count: selected.length }
  return (
    <>
      <Menu
        label={t('Change tags')}
        align="end"
        trigger={
          <>
            <Icon name="tag" />
            {t('Change tags')}
          </>
        }
      >
        <MenuItem icon="plus" onSelect={() => setAct('add')}>
          {t('Add a tag…')}
        </MenuItem>
        <MenuItem icon="swap" onSelect={() => setAct('replace')}>
          {t('Replace a tag…')}
        </MenuItem>
        <MenuItem icon="x" onSelect={() => setAct('remove')}>
          {t('Remove a tag…')}
        </MenuItem>
      </Menu>
      {act && (
        <BulkDialog
          workspaceId={workspaceId}
          act={act}
          scopes={selected.length > 0 ? [some, all] : [all]}
          codebook={codebook}
          everyone={everyone}
          onDone={onDone}
          onClose={() => setAct(null)}
        />
      )}
    </>
  )
}
