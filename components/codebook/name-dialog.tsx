'use client'

import { useState } from 'react'
import { TextInput } from '#/components/ui/text-input.tsx'
import { NAME_LIMIT } from '#/lib/codebook/clean-name.ts'
import type { Actor, ActorAlias } from '#/lib/codebook/codebook.ts'
import { languageTag } from '#/lib/codebook/language-tag.ts'
import { languageName } from '#/lib/document/language-name.ts'
import { t } from '#/lib/message/t.ts'
import { saveAlias } from '#/server/actions/actors.ts'
import { DetailDialog } from './detail-dialog.tsx'
import { LanguageField } from './language-field.tsx'
import { ValidityFields } from './validity-fields.tsx'

interface NameDialogProps {
  workspaceId: string
  actor: Actor
  /** The name to change; null: a new one. */
  alias: ActorAlias | null
  onSaved: () => void
  onClose: () => void
}

/** One other name of an actor: how it is written, in which language, when it was in use. */
export function NameDialog({ workspaceId, actor, alias, onSaved, onClose }: NameDialogProps) {
  const [name, setName] = useState(alias?.name ?? '')
  const [language, setLanguage] = useState(alias?.language ?? 'und')
  const [preferred, setPreferred] = useState(alias?.preferred ?? false)
  const [validity, setValidity] = useState({ from: alias?.from ?? null, until: alias?.until ?? null })
  const tag = languageTag(language)
  const known = tag !== null && tag !== 'und'
  const save = () =>
    saveAlias(workspaceId, actor.id, { ...(alias && { id: alias.id }), name, language, preferred: known && preferred, ...validity })
  return (
    <DetailDialog
      title={alias ? t('Edit name') : t('Another name of {actor}', { actor: actor.name })}
      submitLabel={alias ? t('Save') : t('Add name')}
      save={save}
      onSaved={onSaved}
      onClose={onClose}
    >
      {(errorAt) => (
        <>
          <TextInput
            label={t('Name')}
            value={name}
            maxLength={NAME_LIMIT}
            autoComplete="off"
            error={errorAt('name')}
            onChange={(event) => setName(event.target.value)}
          />
          <LanguageField value={language} onChange={setLanguage} error={errorAt('language')} />
          {known && (
            <label className="row tickrow">
              <input type="checkbox" className="check" checked={preferred} onChange={(event) => setPreferred(event.target.checked)} />
              {t('Preferred name in {tag}', { tag: languageName(tag) })}
            </label>
          )}
          <ValidityFields value={validity} onChange={setValidity} error={errorAt('dates')} />
        </>
      )}
    </DetailDialog>
  )
}
