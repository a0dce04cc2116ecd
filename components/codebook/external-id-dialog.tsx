'use client'

import { useState } from 'react'
import { Select } from '#/components/ui/select.tsx'
import { TextInput } from '#/components/ui/text-input.tsx'
import { type ExternalId, REGISTERS, registerName, SCHEME_LIMIT, VALUE_LIMIT } from '#/lib/codebook/external-id.ts'
import { t } from '#/lib/message/t.ts'
import { saveExternalId } from '#/server/actions/actors.ts'
import { DetailDialog } from './detail-dialog.tsx'

interface ExternalIdDialogProps {
  workspaceId: string
  actor: { id: string; name: string }
  externalId: ExternalId | null
  onSaved: () => void
  onClose: () => void
}

const FREE = ''
const HINTS: Record<string, string> = {
  get wikidata() {
    return t('For example Q858; the address of the item will do.')
  },
  get iso3166() {
    return t('Two or three letters: SY, SYR.')
  },
}

/** What an actor is called in Wikidata, as a country, or in any other register. */
export function ExternalIdDialog({ workspaceId, actor, externalId, onSaved, onClose }: ExternalIdDialogProps) {
  const isKnown = (scheme: string) => REGISTERS.includes(scheme as (typeof REGISTERS)[number])
  const given = externalId?.scheme ?? 'wikidata'
  const [register, setRegister] = useState(isKnown(given) ? given : FREE)
  const [free, setFree] = useState(isKnown(given) ? '' : given)
  const [value, setValue] = useState(externalId?.value ?? '')
  const scheme = register === FREE ? free : register
  const options = [...REGISTERS.map((name) => ({ value: name, label: registerName(name) })), { value: FREE, label: t('Another register') }]
  return (
    <DetailDialog
      title={t('Identifier of {actor}', { actor: actor.name })}
      submitLabel={externalId ? t('Save') : t('Add')}
      save={() => saveExternalId(workspaceId, actor.id, { ...(externalId && { id: externalId.id }), scheme, value })}
      onSaved={onSaved}
      onClose={onClose}
    >
      {(errorAt) => (
        <>
          <Select label={t('Register')} options={options} value={register} onChange={(event) => setRegister(event.target.value)} />
          {register === FREE && (
            <TextInput
              label={t('Name of the register')}
              value={free}
              maxLength={SCHEME_LIMIT}
              autoComplete="off"
              error={errorAt('scheme')}
              onChange={(event) => setFree(event.target.value)}
            />
          )}
          <TextInput
            label={t('Identifier')}
            hint={HINTS[register]}
            value={value}
            maxLength={VALUE_LIMIT}
            autoComplete="off"
            spellCheck={false}
            error={errorAt('value')}
            onChange={(event) => setValue(event.target.value)}
          />
          {register === 'wikidata' && (
            <p>
              <a
                href={`https://www.wikidata.org/w/index.php?search=${encodeURIComponent(actor.name)}`}
                target="_blank"
                rel="noopener noreferrer"
              >
                {t('Look for {actor} on Wikidata', { actor: actor.name })}
              </a>
            </p>
          )}
        </>
      )}
    </DetailDialog>
  )
}
