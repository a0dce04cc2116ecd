'use client'

import { useRef, useState } from 'react'
import { clockTime } from '#/components/reader/clock-time.ts'
import { useModel } from '#/components/reader/reader-context.ts'
import { usePeople } from '#/components/reader/use-people.ts'
import { attempt } from '#/components/ui/attempt.ts'
import { Avatar } from '#/components/ui/avatar.tsx'
import { Icon } from '#/components/ui/icon.tsx'
import { Menu } from '#/components/ui/menu.tsx'
import { MenuItem } from '#/components/ui/menu-item.tsx'
import { showToast } from '#/components/ui/toast-store.ts'
import { t } from '#/lib/message/t.ts'
import type { ThreadEntry } from '#/lib/talk/thread.ts'
import { deleteComment, editComment } from '#/server/actions/comments.ts'
import { CommentText } from './comment-text.tsx'
import { Composer } from './composer.tsx'
import { useTalk } from './use-talk.ts'

/** An entry of a discussion: a message, or a line that says what was done to it. */
export function ThreadEntryItem({ entry }: { entry: ThreadEntry }) {
  return entry.act === 'said' ? <Message entry={entry} /> : <Deed entry={entry} />
}

function Deed({ entry: { act, by, at, aboutId } }: { entry: ThreadEntry }) {
  const { identity } = useModel()
  const person = usePeople()
  const named = (id: string, you: string) => (id === identity.userId ? you : person(id).name)
  const did = {
    resolved: t('resolved this'),
    reopened: t('opened this again'),
    assigned: aboutId === null ? t('asks nobody in particular any more') : t('asked {person}', { person: named(aboutId, t('you')) }),
    said: '',
  }[act]
  return (
    <li className="thread__deed">
      <bdi>{named(by, t('You'))}</bdi> {act === 'assigned' && aboutId === by ? t('took this on') : did} · <Time at={at} />
    </li>
  )
}

function Message({ entry }: { entry: ThreadEntry }) {
  const { identity, can } = useMessageContext()
  const person = usePeople()
  const people = useTalk((state) => state.people)
  const [isEditing, setEditing] = useState(false)
  const item = useRef<HTMLLIElement>(null)
  const { id, by, at, text, mentions, editedAt, isNew } = entry
  const author = person(by)
  const isOwn = by === identity.userId
  const endEditing = () => {
    setEditing(false)
    requestAnimationFrame(() => item.current?.querySelector<HTMLElement>('[aria-haspopup="menu"]')?.focus())
  }
  return (
    <li ref={item} className={isNew ? 'comment is-new' : 'comment'}>
      <Avatar person={author} small decorative />
      <div className="grow">
        <p className="comment__head">
          <b>
            <bdi>{isOwn ? t('You') : author.name}</bdi>
          </b>{' '}
          <span className="faint">
            <Time at={at} />
            {editedAt !== null && ` ${t('· edited')}`}
          </span>
          {isNew && <span className="sr">{t(', new')}</span>}
        </p>
        {isEditing ? (
          <EditMessage entry={entry} onDone={endEditing} />
        ) : (
          <CommentText text={text} people={people.filter((one) => mentions.includes(one.id))} />
        )}
      </div>
      {can('comment') && (isOwn || can('delete')) && !isEditing && (
        <Menu label={t('More for this comment')} triggerClassName="ibtn ibtn--s" trigger={<Icon name="more" small />} align="end">
          {isOwn && (
            <MenuItem icon="pencil" onSelect={() => setEditing(true)}>
              {t('Edit')}
            </MenuItem>
          )}
          <DeleteItem id={id} />
        </Menu>
      )}
    </li>
  )
}

function useMessageContext() {
  const model = useModel()
  return { identity: model.identity, can: (permission: Parameters<typeof model.can>[0]) => model.can(permission) }
}

function EditMessage({ entry: { id, text }, onDone }: { entry: ThreadEntry; onDone: () => void }) {
  const { talk, identity } = useModel()
  const people = useTalk((state) => state.people)
  const send = async (typed: string) => {
    const sent = await editComment(identity.workspaceId, id, typed)
    if (!sent.ok) return sent
    await talk.reload()
    onDone()
    return sent
  }
  return (
    <Composer
      ref={(field) => field?.focus()}
      draftKey={`${identity.userId} edit ${id}`}
      start={text}
      label={t('Comment')}
      placeholder=""
      verb={t('Save')}
      people={people}
      onSend={send}
      onLeave={onDone}
      onCancel={onDone}
    />
  )
}

function DeleteItem({ id }: { id: string }) {
  const { talk, identity } = useModel()
  const remove = async (isDeleted: boolean) => {
    const done = await attempt(deleteComment(identity.workspaceId, id, isDeleted))
    if (!done.ok) return void showToast(done.reason)
    await talk.reload()
    if (isDeleted) showToast(t('Comment deleted.'), { label: t('Undo'), run: () => void remove(false) })
  }
  return (
    <MenuItem icon="bin" danger onSelect={() => void remove(true)}>
      {t('Delete')}
    </MenuItem>
  )
}

function Time({ at }: { at: number }) {
  return <time dateTime={new Date(at).toISOString()}>{clockTime(at)}</time>
}
