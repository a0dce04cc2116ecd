'use client'

import { useState } from 'react'
import { attempt } from '#/components/ui/attempt.ts'
import { IconButton } from '#/components/ui/icon-button.tsx'
import { useKeptDraft } from '#/components/ui/kept-drafts.ts'
import { TimeAgo } from '#/components/ui/time-ago.tsx'
import { showToast } from '#/components/ui/toast-store.ts'
import { clockNow } from '#/lib/date/clock.ts'
import { t } from '#/lib/message/t.ts'
import type { Memo } from '#/lib/talk/memo.ts'
import { deleteMemo, editMemo } from '#/server/actions/memos.ts'
import { MemoConflictView } from './memo-conflict.tsx'
import { MemoEditor } from './memo-editor.tsx'

interface MemoItemProps {
  workspaceId: string
  memo: Pick<Memo, 'id' | 'text' | 'by' | 'byName' | 'changedBy' | 'changedByName' | 'changedAt'>
  me: string
  canWrite: boolean
  canModerate: boolean
  onChanged: () => void | Promise<void>
}

/** A memo: read, edited in its place, deleted. What is typed stays on this device until the server has it. */
export function MemoItem({ workspaceId, memo, me, canWrite, canModerate, onChanged }: MemoItemProps) {
  const [draft, setDraft] = useKeptDraft(`${me} memo ${memo.id}`)
  /** The words the draft began with: what others write meanwhile is not written over unseen. */
  const [base, setBase] = useKeptDraft(`${me} memo ${memo.id} base`)
  const [theirs, setTheirs] = useState<MemoItemProps['memo'] | null>(null)
  const [saving, setSaving] = useState(false)
  const [problem, setProblem] = useState<string>()

  const begin = () => {
    setBase(memo.text)
    setDraft(memo.text)
  }
  const end = () => {
    setDraft(null)
    setBase(null)
    setTheirs(null)
    setProblem(undefined)
  }
  const save = async (text: string, basedOn: string) => {
    if (saving) return
    if (text.trim() === memo.text) return end()
    setSaving(true)
    const saved = await attempt(editMemo(workspaceId, memo.id, { text, basedOn }))
    if (saved.ok) {
      await onChanged()
      end()
    } else if ('theirs' in saved) setTheirs(saved.theirs)
    setProblem(saved.ok || 'theirs' in saved ? undefined : saved.reason)
    setSaving(false)
  }
  const remove = async (isDeleted: boolean) => {
    const done = await attempt(deleteMemo(workspaceId, memo.id, isDeleted))
    if (!done.ok) return void showToast(done.reason)
    await onChanged()
    if (isDeleted) showToast(t('Memo deleted.'), { label: t('Undo'), run: () => void remove(false) })
  }

  if (draft !== null && theirs && !saving)
    return (
      <MemoConflictView
        mine={draft}
        theirs={theirs}
        onKeepMine={() => void save(draft, theirs.text)}
        onTakeTheirs={() => {
          end()
          void onChanged()
        }}
        onBoth={() => {
          setDraft(`${theirs.text}\n\n${draft}`)
          setBase(theirs.text)
          setTheirs(null)
        }}
      />
    )
  if (draft !== null && canWrite && !saving)
    return (
      <>
        {base !== null && base !== memo.text && (
          <p className="memo__note">
            {t('{changedByName} changed this memo meanwhile. You see both when you save.', { changedByName: memo.changedByName })}
          </p>
        )}
        <MemoEditor
          label={t('Memo')}
          value={draft}
          onChange={setDraft}
          onSave={() => void save(draft, base ?? memo.text)}
          onCancel={end}
          problem={problem}
        />
      </>
    )
  return (
    <div className="memo">
      <p className="memo__text" dir="auto">
        {saving ? draft : memo.text}
      </p>
      <div className="memo__foot">
        <span className="memo__who">{saving ? t('Saving…') : <Who memo={memo} me={me} />}</span>
        {canWrite && !saving && <IconButton small icon="pencil" label={t('Edit memo')} onClick={begin} />}
        {canWrite && !saving && (memo.by === me || canModerate) && (
          <IconButton small icon="bin" label={t('Delete memo')} onClick={() => void remove(true)} />
        )}
      </div>
    </div>
  )
}

function Who({ memo: { by, byName, changedBy, changedByName, changedAt }, me }: Pick<MemoItemProps, 'memo' | 'me'>) {
  return (
    <>
      <bdi>{by === me ? t('You') : byName}</bdi>
      {changedBy !== by && (
        <>
          {t(', changed by')} <bdi>{changedBy === me ? t('you') : changedByName}</bdi>
        </>
      )}
      {' · '}
      <TimeAgo at={changedAt} now={clockNow()} />
    </>
  )
}
