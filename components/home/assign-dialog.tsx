'use client'

import './assign-dialog.css'
import { type FormEvent, useEffect, useId, useRef, useState } from 'react'
import { Avatar } from '#/components/ui/avatar.tsx'
import { Button } from '#/components/ui/button.tsx'
import { Dialog } from '#/components/ui/dialog.tsx'
import { LiveButton } from '#/components/ui/live-button.tsx'
import { counted } from '#/lib/counted.ts'
import type { AssignableDocument } from '#/lib/document/documents-to-assign.ts'
import { t } from '#/lib/message/t.ts'
import type { Assignment } from './use-document-plan.ts'

interface AssignDialogProps {
  /** What is to be worked on; empty: the dialog is closed. */
  documents: readonly AssignableDocument[]
  colleagues: readonly { id: string; name: string }[]
  me: string
  /** @returns whether it was done */
  onAssign: (assignment: Assignment) => Promise<boolean>
  onClose: () => void
}

/** Who is asked to work on one or several documents. */
export function AssignDialog({ documents, colleagues, me, onAssign, onClose }: AssignDialogProps) {
  const form = useId()
  const [busy, setBusy] = useState(false)
  const submit = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    if (busy) return
    const boxes = [...event.currentTarget.querySelectorAll<HTMLInputElement>('input')].filter((box) => !box.indeterminate)
    setBusy(true)
    const isDone = await onAssign({
      ask: boxes.filter((box) => box.checked).map((box) => box.value),
      release: boxes.filter((box) => !box.checked).map((box) => box.value),
    })
    setBusy(false)
    if (isDone) onClose()
  }
  const one = documents.length === 1 ? documents[0] : undefined
  return (
    <Dialog
      open={documents.length > 0}
      onClose={onClose}
      title={
        one ? t('Who works on this document?') : t('Who works on these {documents}?', { documents: counted(documents.length, 'document') })
      }
      foot={
        <>
          <Button onClick={onClose}>{t('Cancel')}</Button>
          <LiveButton type="submit" form={form} look="primary" busy={busy}>
            {t('Assign')}
          </LiveButton>
        </>
      }
    >
      {one && (
        <p className="muted">
          <bdi>{one.title}</bdi>
        </p>
      )}
      <form id={form} className="assign" onSubmit={submit}>
        {colleagues.map((person) => (
          <label key={person.id} className="assign__person" htmlFor={`${form}-${person.id}`}>
            <PersonBox id={`${form}-${person.id}`} userId={person.id} documents={documents} />
            <Avatar person={person} small decorative />
            <span>
              <bdi>{person.name}</bdi>
              {person.id === me && <span className="muted"> {t('(you)')}</span>}
            </span>
          </label>
        ))}
      </form>
      <p className="muted">{t('They find it under Comments, and the list can show only what is assigned to them.')}</p>
    </Dialog>
  )
}

/** Ticked when the person is asked for all of them, half ticked when for some: those then stay as they are. */
function PersonBox({ id, userId, documents }: { id: string; userId: string; documents: readonly AssignableDocument[] }) {
  const box = useRef<HTMLInputElement>(null)
  const asked = documents.filter(({ assignees }) => assignees.some((person) => person.id === userId)).length
  const isMixed = asked > 0 && asked < documents.length
  useEffect(() => {
    if (box.current) box.current.indeterminate = isMixed
  }, [isMixed])
  return <input ref={box} type="checkbox" id={id} className="check" value={userId} defaultChecked={asked > 0 && !isMixed} />
}
