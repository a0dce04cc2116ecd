import { Icon } from '#/components/ui/icon.tsx'
import { counted } from '#/lib/counted.ts'
import { t } from '#/lib/message/t.ts'
import { messagesOf, unreadOf } from '#/lib/talk/thread.ts'
import { useThread } from './use-talk.ts'

/** On a card that is not open: how much was said, and whether some of it is new. */
export function ThreadMark({ annotationId }: { annotationId: string }) {
  const thread = useThread(annotationId)
  const said = thread ? messagesOf(thread).length : 0
  if (!thread || said === 0) return null
  const unread = unreadOf(thread)
  const words = [counted(said, 'comment'), thread.isResolved && t('resolved'), unread > 0 && t('{unread} new', { unread })]
    .filter(Boolean)
    .join(t(', '))
  return (
    <span className={unread > 0 ? 'threadmark is-new' : 'threadmark'} title={words}>
      <Icon name={thread.isResolved ? 'check' : 'comment'} />
      <span className="num" aria-hidden="true">
        {said}
      </span>
      <span className="sr">{words}</span>
    </span>
  )
}
