'use client'

import { useState } from 'react'
import { Select } from '#/components/ui/select.tsx'
import { TextInput } from '#/components/ui/text-input.tsx'
import { type ExternalId, REGISTERS, registerName, SCHEME_LIMIT, VALUE_LIMIT } from '#/lib/codebook/external-id.ts'
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
  wikidata: 'For example Q858; the address of the item will do.',
  iso3166: 'Two or three letters: SY, SYR.',
}

/** What an actor is called in Wikidata, as a country, or in any other register. */
export function ExternalIdDialog({ workspaceId, actor, externalId, onSaved, onClose }: ExternalIdDialogProps) {
  const isKnown = (scheme: string) => REGISTERS.includes(scheme as (typeof REGISTERS)[number])
  const given = externalId?.scheme ?? 'wikidata'
  const [register, setRegister] = useState(isKnown(given) ? given : FREE)
  const [free, setFree] = useState(isKnown(given) ? '' : given)
  const [value, setValue] = useState(externalId?.value ?? '')
  const scheme = register === FREE ? free : register
  const options = [...REGISTERS.map((name) => ({ value: name, label: registerName(name) })), { value: FREE, label: 'Another register' }]
  return (
    <DetailDialog
      title={`Identifier of ${actor.name}`}
      submitLabel={externalId ? 'Save' : 'Add'}
      save={() => saveExternalId(workspaceId, actor.id, { ...(externalId && { id: externalId.id }), scheme, value })}
      onSaved={onSaved}
      onClose={onClose}
    >
      {(errorAt) => (
        <>
          <Select label="Register" options={options} value={register} onChange={(event) => setRegister(event.target.value)} />
          {register === FREE && (
            <TextInput
              label="Name of the register"
              value={free}
              maxLength={SCHEME_LIMIT}
              autoComplete="off"
              error={errorAt('scheme')}
              onChange={(event) => setFree(event.target.value)}
            />
          )}
          <TextInput
            label="Identifier"
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
                Look for {actor.name} on Wikidata
              </a>
            </p>
          )}
        </>
      )}
    </DetailDialog>
  )
}
