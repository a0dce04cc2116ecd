'use client'

import { useModel } from '#/components/reader/reader-context.ts'
import { usePeople } from '#/components/reader/use-people.ts'
import { attempt } from '#/components/ui/attempt.ts'
import { Icon } from '#/components/ui/icon.tsx'
import { IconButton } from '#/components/ui/icon-button.tsx'
import { Menu } from '#/components/ui/menu.tsx'
import { MenuChoice } from '#/components/ui/menu-item.tsx'
import { showToast } from '#/components/ui/toast-store.ts'
import { counted } from '#/lib/counted.ts'
import { t } from '#/lib/message/t.ts'
import type { TalkResult } from '#/lib/talk/talk-result.ts'
import { messagesOf, type Thread } from '#/lib/talk/thread.ts'
import { assignThread, resolveThread } from '#/server/actions/comments.ts'
import { useTalk } from './use-talk.ts'

interface ThreadHeadProps {
  thread: Thread
  isFolded: boolean
  onFold: () => void
}

/** How a discussion stands: how much was said, who is asked to settle it, whether it is settled. */
export function ThreadHead({ thread, isFolded, onFold }: ThreadHeadProps) {
  const model = useModel()
  const person = usePeople()
  const { annotationId, assigneeId, isResolved } = thread
  const said = counted(messagesOf(thread).length, 'comment')
  const act = async (doing: Promise<TalkResult>) => {
    const done = await attempt(doing)
    if (!done.ok) return void showToast(done.reason)
    await model.talk.reload()
  }
  return (
    <div className="thread__head">
      {isResolved ? (
        <button type="button" className="thread__fold" aria-expanded={!isFolded} onClick={onFold}>
          <Icon name="check" small />
          {t('Resolved · {said}', { said })}
        </button>
      ) : (
        <span className="num">{said}</span>
      )}
      {assigneeId && !isResolved && (
        <span className="thread__asked clip" title={t('Asked to settle this: {name}', { name: person(assigneeId).name })}>
          {t('for')} <bdi>{assigneeId === model.identity.userId ? t('you') : person(assigneeId).name}</bdi>
        </span>
      )}
      {model.can('comment') && (
        <span className="thread__acts">
          {!isResolved && (
            <AssignMenu thread={thread} onAssign={(id) => void act(assignThread(model.identity.workspaceId, annotationId, id))} />
          )}
          <IconButton
            small
            icon={isResolved ? 'undo' : 'check'}
            label={isResolved ? t('Reopen') : t('Resolve')}
            onClick={() => void act(resolveThread(model.identity.workspaceId, annotationId, !isResolved))}
          />
        </span>
      )}
    </div>
  )
}

function AssignMenu({ thread: { assigneeId }, onAssign }: { thread: Thread; onAssign: (id: string | null) => void }) {
  const { identity } = useModel()
  const people = useTalk((state) => state.people)
  const meFirst = [...people].sort(
    (a, b) => Number(b.id === identity.userId) - Number(a.id === identity.userId) || a.name.localeCompare(b.name),
  )
  return (
    <Menu label={t('Ask somebody to settle this')} triggerClassName="ibtn ibtn--s" trigger={<Icon name="person" small />} align="end">
      <p className="menu__head label">{t('Who settles this')}</p>
      {meFirst.map(({ id, name }) => (
        <MenuChoice key={id} checked={assigneeId === id} onSelect={() => onAssign(id)}>
          {id === identity.userId ? t('{name} (you)', { name }) : name}
        </MenuChoice>
      ))}
      <MenuChoice checked={assigneeId === null} onSelect={() => onAssign(null)}>
        {t('Nobody in particular')}
      </MenuChoice>
    </Menu>
  )
}
