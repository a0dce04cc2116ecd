'use client'

import { useState } from 'react'
import { TextInput } from '#/components/ui/text-input.tsx'
import { DETAIL_LIMIT, type Membership } from '#/lib/codebook/actor-details.ts'
import type { Actor } from '#/lib/codebook/codebook.ts'
import { t } from '#/lib/message/t.ts'
import { saveMembership } from '#/server/actions/actors.ts'
import { DetailDialog } from './detail-dialog.tsx'
import { ParentSelect } from './parent-select.tsx'
import { ValidityFields } from './validity-fields.tsx'

interface MembershipDialogProps {
  workspaceId: string
  actor: Actor
  actors: readonly Actor[]
  /** `group`: the actor joins one; `member`: the actor gets one. */
  adds: 'group' | 'member'
  membership: Membership | null
  onSaved: () => void
  onClose: () => void
}

/** A membership of the actor in a group, or of another one in it. */
export function MembershipDialog({ workspaceId, actor, actors, adds, membership, onSaved, onClose }: MembershipDialogProps) {
  const ofOther = adds === 'group' ? membership?.groupId : membership?.actorId
  const [other, setOther] = useState<string | null>(ofOther ?? null)
  const [note, setNote] = useState(membership?.note ?? '')
  const [validity, setValidity] = useState({ from: membership?.from ?? null, until: membership?.until ?? null })
  const save = async () => {
    if (other === null) return { ok: false as const, field: 'group' as const, reason: t('Choose an actor.') }
    const pair = adds === 'group' ? { actorId: actor.id, groupId: other } : { actorId: other, groupId: actor.id }
    return saveMembership(workspaceId, actor.id, { ...(membership && { id: membership.id }), ...pair, note, ...validity })
  }
  const title = adds === 'group' ? t('{name} is a member of', { name: actor.name }) : t('Member of {actor}', { actor: actor.name })
  return (
    <DetailDialog title={title} submitLabel={membership ? t('Save') : t('Add')} save={save} onSaved={onSaved} onClose={onClose}>
      {(errorAt) => (
        <>
          <ParentSelect
            label={adds === 'group' ? t('Group') : t('Member')}
            none={t('Choose an actor')}
            entries={actors.filter(({ id }) => id !== actor.id)}
            value={other}
            onChange={setOther}
            error={errorAt('group')}
          />
          <ValidityFields value={validity} onChange={setValidity} error={errorAt('dates')} />
          <TextInput
            label={t('Note')}
            hint={t('As what, or on what occasion.')}
            value={note}
            maxLength={DETAIL_LIMIT}
            autoComplete="off"
            error={errorAt('note')}
            onChange={(event) => setNote(event.target.value)}
          />
        </>
      )}
    </DetailDialog>
  )
}
