'use client'

import { type FormEvent, type ReactNode, useId, useState } from 'react'
import { attempt } from '#/components/ui/attempt.ts'
import { Button } from '#/components/ui/button.tsx'
import { Dialog } from '#/components/ui/dialog.tsx'
import type { DetailField, DetailProblem } from '#/lib/codebook/check-details.ts'
import { t } from '#/lib/message/t.ts'

interface DetailDialogProps {
  title: string
  /** The verb on the button. */
  submitLabel: string
  save: () => Promise<{ ok: true } | DetailProblem>
  onSaved: () => void
  onClose: () => void
  /** Draws the fields; `errorAt` says what is wrong with one. */
  children: (errorAt: (field: DetailField) => string | undefined) => ReactNode
}

/** A dialog for one detail of an actor. It stays open, with the reason, until it is saved or left. */
export function DetailDialog({ title, submitLabel, save, onSaved, onClose, children }: DetailDialogProps) {
  const form = useId()
  const [busy, setBusy] = useState(false)
  const [problem, setProblem] = useState<DetailProblem | null>(null)

  const submit = async (event: FormEvent) => {
    event.preventDefault()
    if (busy) return
    setBusy(true)
    const result = await attempt(save())
    setBusy(false)
    if (!result.ok) return setProblem(result)
    onSaved()
    onClose()
  }
  const foot = (
    <>
      <Button onClick={onClose}>{t('Cancel')}</Button>
      <Button look="primary" type="submit" form={form} busy={busy}>
        {submitLabel}
      </Button>
    </>
  )
  return (
    <Dialog open onClose={onClose} title={title} foot={foot}>
      <form id={form} className="stack" onSubmit={submit}>
        {children((field) => (problem?.field === field ? problem.reason : undefined))}
        {problem && !problem.field && (
          <p className="notice notice--error" role="alert">
            {problem.reason}
          </p>
        )}
      </form>
    </Dialog>
  )
}
