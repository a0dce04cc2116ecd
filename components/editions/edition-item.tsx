'use client'

import { useModel } from '#/components/reader/reader-context.ts'
import { MenuItem } from '#/components/ui/menu-item.tsx'

/** In the reader's menu, for those who may: opens the dialog for a new edition of the source. */
export function EditionItem() {
  const model = useModel()
  if (!model.can('import')) return null
  return (
    <MenuItem icon="layers" onSelect={() => model.ui.set({ dialog: 'edition' })}>
      Add a new edition…
    </MenuItem>
  )
}
