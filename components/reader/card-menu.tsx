'use client'

import { Icon } from '#/components/ui/icon.tsx'
import { Menu } from '#/components/ui/menu.tsx'
import { MenuItem } from '#/components/ui/menu-item.tsx'
import { deleteStatement, duplicateStatement } from './change-statement.ts'
import { copyLink } from './copy-link.ts'
import { passageLink } from './passage-link.ts'
import { useModel } from './reader-context.ts'
import { startComment } from './start-comment.ts'
import { openStatement } from './tag-passage.ts'

/** What can be done with a statement, behind a button on its card. */
export function CardMenu({ id }: { id: string }) {
  return (
    <Menu label="More for this statement" triggerClassName="ibtn ibtn--s" trigger={<Icon name="more" small />} align="end">
      <StatementActions id={id} />
    </Menu>
  )
}

/** The items of a statement's menu, on its card and at its bar. */
export function StatementActions({ id }: { id: string }) {
  const model = useModel()
  const passage = model.store.get(id)
  return (
    <>
      {model.can('tag') && (
        <>
          <MenuItem icon="pencil" onSelect={() => openStatement(model, id)}>
            Edit
          </MenuItem>
          <MenuItem icon="calendar" onSelect={() => openStatement(model, id, 'details')}>
            Details
          </MenuItem>
          <MenuItem icon="memo" onSelect={() => openStatement(model, id, 'memo')}>
            Memo
          </MenuItem>
          <MenuItem icon="copy" onSelect={() => duplicateStatement(model, id)}>
            Duplicate
          </MenuItem>
        </>
      )}
      {model.can('comment') && (
        <MenuItem icon="comment" onSelect={() => startComment(model, id)}>
          Comment
        </MenuItem>
      )}
      <MenuItem icon="link" onSelect={() => void copyLink(passageLink(model.identity, id), 'Link to this passage copied.')}>
        Copy link
      </MenuItem>
      {passage && model.mayChange(passage) && (
        <MenuItem icon="bin" danger onSelect={() => deleteStatement(model, id)}>
          Delete
        </MenuItem>
      )}
    </>
  )
}
