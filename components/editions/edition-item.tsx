'use client'

import { useModel } from '#/components/reader/reader-context.ts'
import { MenuItem } from '#/components/ui/menu-item.tsx'
import { t } from '#/lib/message/t.ts'

/** In the reader's menu, for those who may: opens the dialog for a new edition of the source. */
export function EditionItem() {
  const model = useModel()
  if (!model.can('import')) return null
  return (
    <MenuItem icon="layers" onSelect={() => model.ui.set({ dialog: 'edition' })}>
      {t('Add a new edition…')}
    </MenuItem>
  )
}
