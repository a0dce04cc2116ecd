'use client'

import { Icon } from '#/components/ui/icon.tsx'
import { Menu } from '#/components/ui/menu.tsx'
import { MenuItem } from '#/components/ui/menu-item.tsx'
import { t } from '#/lib/message/t.ts'
import { deleteStatement, duplicateStatement, toggleImportant } from './change-statement.ts'
import { copyLink } from './copy-link.ts'
import { passageLink } from './passage-link.ts'
import { useModel } from './reader-context.ts'
import { startComment } from './start-comment.ts'
import { openStatement } from './tag-passage.ts'

/** What can be done with a statement, behind a button on its card. */
export function CardMenu({ id }: { id: string }) {
  return (
    <Menu label={t('More for this statement')} triggerClassName="ibtn ibtn--s" trigger={<Icon name="more" small />} align="end">
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
            {t('Edit')}
          </MenuItem>
          <MenuItem icon="calendar" onSelect={() => openStatement(model, id, 'details')}>
            {t('Details')}
          </MenuItem>
          <MenuItem icon="memo" onSelect={() => openStatement(model, id, 'memo')}>
            {t('Memo')}
          </MenuItem>
          <MenuItem icon="star" onSelect={() => toggleImportant(model, id)}>
            {passage?.annotation.importantTo.includes(model.identity.userId) ? t('Take the important mark away') : t('Mark as important')}
          </MenuItem>
          <MenuItem icon="copy" onSelect={() => duplicateStatement(model, id)}>
            {t('Duplicate')}
          </MenuItem>
        </>
      )}
      {model.can('comment') && (
        <MenuItem icon="comment" onSelect={() => startComment(model, id)}>
          {t('Comment')}
        </MenuItem>
      )}
      <MenuItem icon="link" onSelect={() => void copyLink(passageLink(model.identity, id), t('Link to this passage copied.'))}>
        {t('Copy link')}
      </MenuItem>
      {passage && model.mayChange(passage) && (
        <MenuItem icon="bin" danger onSelect={() => deleteStatement(model, id)}>
          {t('Delete')}
        </MenuItem>
      )}
    </>
  )
}
