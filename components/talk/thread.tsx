'use client'

import { useEffect, useRef, useState } from 'react'
import { useModel } from '#/components/reader/reader-context.ts'
import { counted } from '#/lib/counted.ts'
import { newId } from '#/lib/id.ts'
import { t } from '#/lib/message/t.ts'
import { messagesOf, type Thread as ThreadOf, unreadOf } from '#/lib/talk/thread.ts'
import { addComment } from '#/server/actions/comments.ts'
import { Composer } from './composer.tsx'
import { ThreadEntryItem } from './thread-entry.tsx'
import { ThreadHead } from './thread-head.tsx'
import { useMarkRead } from './use-mark-read.ts'
import { useTalk, useThread } from './use-talk.ts'

/** The discussion of a statement, with a field to add to it for those who may. A resolved one folds to a line. */
export function Thread({ annotationId }: { annotationId: string }) {
  const model = useModel()
  const thread = useThread(annotationId)
  const isResolved = thread?.isResolved ?? false
  // What is new in a resolved one is shown, and does not fold again under the reader's eyes once it counts as read.
  const [isUnfolded, setUnfolded] = useState(false)
  const opens = isResolved && thread !== undefined && unreadOf(thread) > 0
  if (opens && !isUnfolded) setUnfolded(true)
  if (!isResolved && isUnfolded) setUnfolded(false)
  const isFolded = isResolved && !isUnfolded && !opens
  useMarkRead(isFolded ? undefined : thread)
  const canComment = model.can('comment')
  if (!thread && !canComment) return null
  return (
    <section className="thread" aria-label={t('Comments')}>
      {thread && <ThreadHead thread={thread} isFolded={isFolded} onFold={() => setUnfolded(isFolded)} />}
      {thread && !isFolded && <Entries thread={thread} />}
      {canComment && !isFolded && <NewComment annotationId={annotationId} isFirst={!thread} />}
    </section>
  )
}

function Entries({ thread }: { thread: ThreadOf }) {
  const shown = thread.entries.filter(({ isDeleted }) => !isDeleted)
  const deleted = thread.entries.length - shown.length
  return (
    <>
      <ol className="thread__entries">
        {shown.map((entry) => (
          <ThreadEntryItem key={entry.id} entry={entry} />
        ))}
      </ol>
      {messagesOf(thread).length === 0 && deleted > 0 && (
        <p className="thread__note">{t('{comments} deleted.', { comments: counted(deleted, 'comment') })}</p>
      )}
    </>
  )
}

function NewComment({ annotationId, isFirst }: { annotationId: string; isFirst: boolean }) {
  const model = useModel()
  const { talk, identity } = model
  const people = useTalk((state) => state.people)
  const isAsked = useTalk((state) => state.composing === annotationId)
  const field = useRef<HTMLTextAreaElement>(null)
  // The same until the server has it: a comment that is sent again because no answer came is there once.
  const id = useRef(newId())
  const others = people.filter((person) => person.id !== identity.userId)

  useEffect(() => {
    // Of the card and the sheet of phones only one is shown, and takes it.
    if (!isAsked || !field.current?.checkVisibility()) return
    field.current.focus()
    field.current.scrollIntoView({ block: 'nearest' })
    talk.state.set({ composing: null })
  }, [isAsked, talk])

  const send = async (text: string) => {
    const sent = await addComment(identity.workspaceId, { id: id.current, documentId: identity.documentId, annotationId, text })
    if (!sent.ok) return sent
    id.current = newId()
    await talk.reload()
    model.announce(t('Comment sent'))
    return sent
  }
  return (
    <Composer
      ref={field}
      draftKey={`${identity.userId} comment ${annotationId}`}
      label={isFirst ? t('Comment') : t('Reply')}
      placeholder={isFirst ? t('Comment or @mention') : t('Reply or @mention')}
      verb={isFirst ? t('Comment') : t('Reply')}
      people={others}
      onSend={send}
      onLeave={() => field.current?.closest<HTMLElement>('[tabindex="0"]')?.focus()}
    />
  )
}
