'use client'

import { type FormEvent, useState } from 'react'
import { Button } from '#/components/ui/button.tsx'
import { Dialog } from '#/components/ui/dialog.tsx'
import { TextInput } from '#/components/ui/text-input.tsx'
import type { Proposal } from '#/lib/codebook/proposal.ts'
import { t } from '#/lib/message/t.ts'

interface DeclineDialogProps {
  proposal: Proposal
  /** Statements that lose the tag. */
  uses: number
  /** Who proposed it takes it back. */
  isOwn: boolean
  onDecline: (answer: string) => Promise<void>
  onClose: () => void
}

/** Says what declining touches, and asks why: the answer is for who proposed it. */
export function DeclineDialog({ proposal, uses, isOwn, onDecline, onClose }: DeclineDialogProps) {
  const [busy, setBusy] = useState(false)
  const verb = isOwn ? t('Take back') : t('Decline')
  const submit = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    if (busy) return
    setBusy(true)
    await onDecline(String(new FormData(event.currentTarget).get('answer') ?? ''))
    onClose()
  }
  const foot = (
    <>
      <Button onClick={onClose}>{t('Cancel')}</Button>
      <Button look="primary" type="submit" form="decline" busy={busy}>
        {verb}
      </Button>
    </>
  )
  return (
    <Dialog open onClose={onClose} title={`${verb} ${proposal.name}`} foot={foot}>
      <form id="decline" className="stack" onSubmit={submit}>
        {proposal.kind !== 'alias' && (
          <p>
            {uses === 0
              ? t('No statement is tagged with it.')
              : t(
                  '{count, plural, one {# statement loses this tag. The passages stay listed with the proposal, to be tagged anew.} other {# statements lose this tag. The passages stay listed with the proposal, to be tagged anew.}}',
                  { count: uses },
                )}
          </p>
        )}
        {!isOwn && (
          <TextInput
            label={t('Why')}
            name="answer"
            maxLength={500}
            hint={t('For {name}. May be left empty.', { name: proposal.proposedBy.name })}
          />
        )}
      </form>
    </Dialog>
  )
}
