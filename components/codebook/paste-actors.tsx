'use client'

import { type FormEvent, useState } from 'react'
import { attempt } from '#/components/ui/attempt.ts'
import { Button } from '#/components/ui/button.tsx'
import { EmptyState } from '#/components/ui/empty-state.tsx'
import { TextArea } from '#/components/ui/text-area.tsx'
import { showToast } from '#/components/ui/toast-store.ts'
import { useLeaveGuard } from '#/components/ui/use-leave-guard.ts'
import { cleanNames } from '#/lib/codebook/clean-name.ts'
import { t } from '#/lib/message/t.ts'
import { createActor } from '#/server/actions/codebook.ts'

interface PasteActorsProps {
  workspaceId: string
  canPropose: boolean
  onAdded: () => void
}

/** What stands on the page while a workspace has no actors: a list of names is enough to begin. */
export function PasteActors({ workspaceId, canPropose, onAdded }: PasteActorsProps) {
  const [busy, setBusy] = useState(false)
  const [left, setLeft] = useState('')
  const [error, setError] = useState<string>()

  useLeaveGuard(left.trim() !== '')

  const submit = async (event: FormEvent) => {
    event.preventDefault()
    if (busy) return
    const names = cleanNames(left.split('\n'), '')
    if (names.length === 0) return setError(t('Type at least one name.'))
    setBusy(true)
    const refused: string[] = []
    for (const name of names) {
      const result = await attempt(createActor(workspaceId, { name }))
      if (!result.ok) {
        refused.push(name)
        setError(result.reason)
      }
    }
    setBusy(false)
    setLeft(refused.join('\n'))
    const added = names.length - refused.length
    const rest = refused.length > 0 ? ` ${t('Not added: {names}', { names: refused.join(', ') })}` : ''
    showToast(t('{count, plural, one {Added # actor.{rest}} other {Added # actors.{rest}}}', { count: added, rest }))
    onAdded()
  }
  if (!canPropose)
    return <EmptyState title={t('No actors yet')} lead={t('Editors add them and coders propose them, here or while they tag a passage.')} />
  return (
    <EmptyState
      title={t('Paste names, one per line')}
      lead={t('Who speaks, acts or is addressed in your sources. Kind, other names and the rest can follow.')}
    >
      <form className="pasteactors" onSubmit={submit}>
        <TextArea
          label={<span className="sr">{t('Names')}</span>}
          rows={8}
          value={left}
          error={error}
          onChange={(event) => setLeft(event.target.value)}
        />
        <Button look="primary" type="submit" busy={busy}>
          {t('Add actors')}
        </Button>
      </form>
    </EmptyState>
  )
}
