'use client'

import { useId, useState } from 'react'
import { PasswordInput } from '#/components/entry/password-input.tsx'
import { attempt } from '#/components/ui/attempt.ts'
import { Button } from '#/components/ui/button.tsx'
import { Dialog } from '#/components/ui/dialog.tsx'
import { TextInput } from '#/components/ui/text-input.tsx'
import { useFormSubmit } from '#/components/ui/use-form-submit.ts'
import { t } from '#/lib/message/t.ts'
import type { BothFactors, FieldProblem } from '#/server/actions/two-factor.ts'

interface BothFactorsDialogProps<T extends { ok: true }> {
  open: boolean
  title: string
  /** What will happen. */
  words: string
  confirmLabel: string
  danger?: boolean
  act: (input: BothFactors) => Promise<T | FieldProblem>
  onDone: (result: T) => void
  onClose: () => void
}

/** Asks for password and code once more, and does something with them. */
export function BothFactorsDialog<T extends { ok: true }>(props: BothFactorsDialogProps<T>) {
  const { open, title, words, confirmLabel, danger = false, act, onDone, onClose } = props
  const id = useId()
  const [problem, setProblem] = useState<Omit<FieldProblem, 'ok'>>()

  const { busy, submit } = useFormSubmit(async (data, form) => {
    const result = await attempt(act({ password: String(data.get('password')), code: String(data.get('code')) }))
    if (result.ok) {
      setProblem(undefined)
      return onDone(result as T)
    }
    const field = 'field' in result ? result.field : 'password'
    setProblem({ field, reason: (result as { reason: string }).reason })
    form.querySelector<HTMLInputElement>(`[name="${field}"]`)?.focus()
  })

  const close = () => {
    setProblem(undefined)
    onClose()
  }
  const foot = (
    <>
      <Button onClick={close}>{t('Cancel')}</Button>
      <Button look={danger ? 'danger' : 'primary'} type="submit" form={id} busy={busy}>
        {confirmLabel}
      </Button>
    </>
  )
  const errorOf = (field: 'password' | 'code') => (problem?.field === field ? problem.reason : undefined)
  return (
    <Dialog open={open} onClose={close} title={title} foot={foot}>
      <form id={id} className="stack" method="post" onSubmit={submit} noValidate>
        <p>{words}</p>
        <PasswordInput label={t('Password')} name="password" autoComplete="current-password" error={errorOf('password')} />
        <TextInput
          label={t('Code')}
          name="code"
          large
          dir="ltr"
          autoComplete="one-time-code"
          autoCapitalize="off"
          spellCheck={false}
          error={errorOf('code')}
          hint={t('Six digits from your authenticator app, or a recovery code.')}
        />
      </form>
    </Dialog>
  )
}
