'use client'

import { useState } from 'react'
import { TextInput } from '#/components/ui/text-input.tsx'
import { DETAIL_LIMIT, type Designation } from '#/lib/codebook/actor-details.ts'
import { t } from '#/lib/message/t.ts'
import { saveDesignation } from '#/server/actions/actors.ts'
import { DetailDialog } from './detail-dialog.tsx'
import { ValidityFields } from './validity-fields.tsx'

interface DesignationDialogProps {
  workspaceId: string
  actor: { id: string; name: string }
  designation: Designation | null
  onSaved: () => void
  onClose: () => void
}

/** What somebody has declared an actor to be, and when. */
export function DesignationDialog({ workspaceId, actor, designation, onSaved, onClose }: DesignationDialogProps) {
  const [texts, setTexts] = useState({
    label: designation?.label ?? '',
    issuer: designation?.issuer ?? '',
    source: designation?.source ?? '',
  })
  const [validity, setValidity] = useState({ from: designation?.from ?? null, until: designation?.until ?? null })
  const field = (name: keyof typeof texts) => ({
    value: texts[name],
    maxLength: DETAIL_LIMIT,
    autoComplete: 'off',
    onChange: (event: { target: { value: string } }) => setTexts({ ...texts, [name]: event.target.value }),
  })
  return (
    <DetailDialog
      title={t('Designation of {actor}', { actor: actor.name })}
      submitLabel={designation ? t('Save') : t('Add')}
      save={() => saveDesignation(workspaceId, actor.id, { ...(designation && { id: designation.id }), ...texts, ...validity })}
      onSaved={onSaved}
      onClose={onClose}
    >
      {(errorAt) => (
        <>
          <TextInput
            label={t('Designated as')}
            hint={t('For example: foreign terrorist organisation.')}
            error={errorAt('label')}
            {...field('label')}
          />
          <TextInput label={t('By')} hint={t('Who declared it.')} error={errorAt('issuer')} {...field('issuer')} />
          <ValidityFields value={validity} onChange={setValidity} error={errorAt('dates')} />
          <TextInput label={t('Source')} hint={t('An address, or where it is written.')} error={errorAt('source')} {...field('source')} />
        </>
      )}
    </DetailDialog>
  )
}
