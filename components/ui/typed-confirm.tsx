'use client'

import { type ReactNode, useState } from 'react'
import { isSameName } from '#/lib/bin/is-same-name.ts'
import { t } from '#/lib/message/t.ts'
import { ConfirmDialog } from './confirm-dialog.tsx'
import { TextInput } from './text-input.tsx'

interface TypedConfirmProps {
  open: boolean
  title: string
  /** What has to be typed before anything happens. */
  name: string
  /** "title", "name". */
  noun: string
  confirmLabel: string
  /** What will happen, with exact counts. */
  children: ReactNode
  /** Does it; answers the sentence to show when it was refused. */
  onConfirm: (typed: string) => Promise<string | null>
  onClose: () => void
}

/** Asks before something that nothing brings back: the person types the name of what goes. */
export function TypedConfirm({ open, title, name, noun, confirmLabel, children, onConfirm, onClose }: TypedConfirmProps) {
  const [typed, setTyped] = useState('')
  const [error, setError] = useState<string>()
  const [busy, setBusy] = useState(false)

  const close = () => {
    setTyped('')
    setError(undefined)
    onClose()
  }
  const confirm = async () => {
    if (busy) return
    if (!isSameName(typed, name)) return setError(t('Type the {noun} exactly as it is written above.', { noun }))
    setBusy(true)
    const refused = await onConfirm(typed)
    setBusy(false)
    if (refused === null) close()
    else setError(refused)
  }

  return (
    <ConfirmDialog open={open} title={title} confirmLabel={confirmLabel} danger busy={busy} onConfirm={confirm} onClose={close}>
      {children}
      <TextInput
        label={
          <>
            {t('Type the {noun} “', { noun })}
            <bdi>{name}</bdi>
            {t('” to confirm')}
          </>
        }
        value={typed}
        autoComplete="off"
        spellCheck={false}
        error={error}
        onChange={(event) => setTyped(event.target.value)}
        onKeyDown={(event) => event.key === 'Enter' && void confirm()}
      />
    </ConfirmDialog>
  )
}
