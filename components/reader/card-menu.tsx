'use client'

import { Icon } from '#/components/ui/icon.tsx'
import { Menu } from '#/components/ui/menu.tsx'
import { MenuItem } from '#/components/ui/menu-item.tsx'
import { showToast } from '#/components/ui/toast-store.ts'
import { deleteStatement, duplicateStatement } from './change-statement.ts'
import { passageLink } from './passage-link.ts'
import { useModel } from './reader-context.ts'
import { openStatement } from './tag-passage.ts'

/** What can be done with a statement. */
export function CardMenu({ id }: { id: string }) {
  const model = useModel()
  const passage = model.store.get(id)
  const copyLink = async () => {
    await navigator.clipboard.writeText(passageLink(model.identity, id))
    showToast('Link to this passage copied.')
  }
  return (
    <Menu label="More for this statement" triggerClassName="ibtn ibtn--s" trigger={<Icon name="more" small />} align="end">
      {model.can('tag') && (
        <>
          <MenuItem icon="pencil" onSelect={() => openStatement(model, id)}>
            Edit
          </MenuItem>
          <MenuItem icon="memo" onSelect={() => openStatement(model, id, true)}>
            Memo
          </MenuItem>
          <MenuItem icon="copy" onSelect={() => duplicateStatement(model, id)}>
            Duplicate
          </MenuItem>
        </>
      )}
      <MenuItem icon="link" onSelect={copyLink}>
        Copy link
      </MenuItem>
      {passage && model.mayChange(passage) && (
        <MenuItem icon="bin" danger onSelect={() => deleteStatement(model, id)}>
          Delete
        </MenuItem>
      )}
    </Menu>
  )
}
