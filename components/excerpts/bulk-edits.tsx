import { useState } from 'react'
import { useCommand } from '#/components/keyboard/use-command.ts'
import { Icon } from '#/components/ui/icon.tsx'
import { Menu } from '#/components/ui/menu.tsx'
import { MenuItem } from '#/components/ui/menu-item.tsx'
import type { Codebook } from '#/lib/codebook/codebook.ts'
import { t } from '#/lib/message/t.ts'
import { type Query, theseExcerpts } from '#/lib/query/query.ts'
import { BulkDialog, type BulkScope } from './bulk-dialog.tsx'
import type { BulkAct } from './bulk-form.tsx'

interface BulkEditsProps {
  workspaceId: string
  query: Query
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
export function BulkEdits({ workspaceId, query, total, selected, codebook, everyone, onDone }: BulkEditsProps) {
  const [act, setAct] = useState<BulkAct | null>(null)
  useCommand('excerpts.add-tag', () => setAct('add'))
  useCommand('excerpts.replace-tag', () => setAct('replace'))
  const all: BulkScope = { name: 'all', query, count: total }
  const some: BulkScope = { name: 'selected', query: theseExcerpts(selected), count: selected.length }
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
