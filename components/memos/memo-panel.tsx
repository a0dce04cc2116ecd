'use client'

import './memos.css'
import { useEffect, useRef, useState } from 'react'
import { attempt } from '#/components/ui/attempt.ts'
import { Button } from '#/components/ui/button.tsx'
import { hasLostFocus } from '#/components/ui/has-lost-focus.ts'
import { readDraft, useKeptDraft } from '#/components/ui/kept-drafts.ts'
import { typedMeanwhile } from '#/components/ui/typed-meanwhile.ts'
import { newId } from '#/lib/id.ts'
import { t } from '#/lib/message/t.ts'
import type { MemoSubject } from '#/lib/talk/memo.ts'
import { addMemo } from '#/server/actions/memos.ts'
import { MemoEditor } from './memo-editor.tsx'
import { MemoItem } from './memo-item.tsx'
import { useMemos } from './use-memos.ts'

interface MemoPanelProps {
  workspaceId: string
  subject: MemoSubject
  /** The document, actor or theme; the workspace itself for `workspace`. */
  subjectId: string
  /** Over the memos; by default "Memos", null where something else says so. */
  title?: string | null
  /** Its rank among the headings around it. */
  heading?: 'h2' | 'h3'
}

/** The memos on something, where it is shown. */
export function MemoPanel({ workspaceId, subject, subjectId, title = t('Memos'), heading: Heading = 'h3' }: MemoPanelProps) {
  const [loaded, reload] = useMemos(workspaceId, subject, subjectId)
  const count = loaded?.memos.length ?? 0
  // While they are being fetched nothing is claimed, and nothing jumps when there are none and none can be written.
  if (!loaded || (count === 0 && !loaded.canWrite)) return null
  return (
    <section className="memopanel" aria-label={title ?? t('Memos')}>
      {title !== null && (
        <Heading>
          {title} {count > 0 && <span className="num">{count}</span>}
        </Heading>
      )}
      {loaded.memos.map((memo) => (
        <MemoItem key={memo.id} workspaceId={workspaceId} memo={memo} onChanged={reload} {...loaded} />
      ))}
      {loaded.canWrite && <NewMemo workspaceId={workspaceId} subject={subject} subjectId={subjectId} me={loaded.me} onAdded={reload} />}
    </section>
  )
}

function NewMemo({ workspaceId, subject, subjectId, me, onAdded }: MemoPanelProps & { me: string; onAdded: () => Promise<void> }) {
  const key = `${me} memo on ${subjectId}`
  const [draft, setDraft] = useKeptDraft(key)
  const [saving, setSaving] = useState(false)
  const [problem, setProblem] = useState<string>()
  // The same until the server has it: a memo that is sent again because no answer came is there once.
  const id = useRef(newId())

  // Saving and giving up take the field away: the keyboard goes to the button that stands there then.
  const button = useRef<HTMLButtonElement>(null)
  const wrote = useRef(false)
  useEffect(() => {
    if (draft !== null) wrote.current = true
    else if (wrote.current) {
      wrote.current = false
      if (hasLostFocus(null)) button.current?.focus()
    }
  }, [draft])

  const save = async () => {
    if (saving || !draft?.trim()) return
    setSaving(true)
    const added = await attempt(addMemo(workspaceId, { id: id.current, subject, subjectId, text: draft }))
    setProblem(added.ok ? undefined : added.reason)
    if (added.ok) {
      id.current = newId()
      await onAdded()
      setDraft(typedMeanwhile(readDraft(key), draft))
    }
    setSaving(false)
  }
  if (draft === null)
    return (
      <Button ref={button} look="quiet" icon="memo" onClick={() => setDraft('')}>
        {t('Write a memo')}
      </Button>
    )
  if (saving)
    return (
      <div className="memo">
        <p className="memo__text" dir="auto">
          {draft}
        </p>
        <p className="memo__who">{t('Saving…')}</p>
      </div>
    )
  return (
    <MemoEditor
      label={t('New memo')}
      value={draft}
      onChange={setDraft}
      onSave={() => void save()}
      onCancel={() => {
        setDraft(null)
        setProblem(undefined)
      }}
      problem={problem}
    />
  )
}
