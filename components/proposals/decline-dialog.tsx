'use client'

import { type FormEvent, useState } from 'react'
import { Button } from '#/components/ui/button.tsx'
import { Dialog } from '#/components/ui/dialog.tsx'
import { TextInput } from '#/components/ui/text-input.tsx'
import type { Proposal } from '#/lib/codebook/proposal.ts'
import { counted } from '#/lib/counted.ts'

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
  const verb = isOwn ? 'Take back' : 'Decline'
  const submit = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    if (busy) return
    setBusy(true)
    await onDecline(String(new FormData(event.currentTarget).get('answer') ?? ''))
    onClose()
  }
  const foot = (
    <>
      <Button onClick={onClose}>Cancel</Button>
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
              ? 'No statement is tagged with it.'
              : `${counted(uses, 'statement')} ${uses === 1 ? 'loses' : 'lose'} this tag. The passages stay listed with the proposal, to be tagged anew.`}
          </p>
        )}
        {!isOwn && <TextInput label="Why" name="answer" maxLength={500} hint={`For ${proposal.proposedBy.name}. May be left empty.`} />}
      </form>
    </Dialog>
  )
}
