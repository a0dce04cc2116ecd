'use client'

import { type FormEvent, useState } from 'react'
import { ParentSelect } from '#/components/codebook/parent-select.tsx'
import { Button } from '#/components/ui/button.tsx'
import { Dialog } from '#/components/ui/dialog.tsx'
import { Select } from '#/components/ui/select.tsx'
import { TextArea } from '#/components/ui/text-area.tsx'
import { TextInput } from '#/components/ui/text-input.tsx'
import { NAME_LIMIT } from '#/lib/codebook/clean-name.ts'
import type { Codebook } from '#/lib/codebook/codebook.ts'
import type { Proposal, ProposalEdit } from '#/lib/codebook/proposal.ts'
import { t } from '#/lib/message/t.ts'

interface AcceptDialogProps {
  proposal: Proposal
  codebook: Pick<Codebook, 'actors' | 'themes' | 'kinds'>
  /** Answers why it could not be accepted; null: it was. */
  onAccept: (edit: ProposalEdit) => Promise<string | null>
  onClose: () => void
}

/** Changes a proposal before it becomes part of the codebook. */
export function AcceptDialog({ proposal, codebook, onAccept, onClose }: AcceptDialogProps) {
  const { kind, entryId, name } = proposal
  const actor = kind === 'actor' ? codebook.actors.find(({ id }) => id === entryId) : undefined
  const theme = kind === 'theme' ? codebook.themes.find(({ id }) => id === entryId) : undefined
  const [parentId, setParentId] = useState(actor?.parentId ?? theme?.parentId ?? null)
  const [busy, setBusy] = useState(false)
  const [problem, setProblem] = useState<string>()

  const submit = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    if (busy) return
    const form = new FormData(event.currentTarget)
    const edit: ProposalEdit = { name: String(form.get('name')) }
    if (kind !== 'alias') Object.assign(edit, { parentId, text: String(form.get('text')) })
    if (actor) edit.kind = String(form.get('kind'))
    setBusy(true)
    const refused = await onAccept(edit)
    setBusy(false)
    if (refused) setProblem(refused)
    else onClose()
  }
  const foot = (
    <>
      <Button onClick={onClose}>{t('Cancel')}</Button>
      <Button look="primary" type="submit" form="accept" icon="check" busy={busy}>
        {t('Accept')}
      </Button>
    </>
  )
  return (
    <Dialog open onClose={onClose} title={t('Change {name}', { name })} foot={foot}>
      <form id="accept" className="stack" onSubmit={submit}>
        <TextInput
          label={t('Name')}
          name="name"
          maxLength={NAME_LIMIT}
          autoComplete="off"
          defaultValue={actor?.name ?? theme?.name ?? name}
          error={problem}
        />
        {actor && (
          <Select
            label={t('Kind')}
            name="kind"
            defaultValue={actor.kind}
            options={codebook.kinds.map(({ slug, name: label }) => ({ value: slug, label }))}
          />
        )}
        {kind !== 'alias' && (
          <>
            <ParentSelect
              label={actor ? t('Part of') : t('Under')}
              entries={actor ? codebook.actors : codebook.themes}
              id={entryId}
              value={parentId}
              onChange={setParentId}
            />
            <TextArea
              label={actor ? t('Description') : t('Definition')}
              name="text"
              rows={3}
              defaultValue={actor?.description ?? theme?.definition ?? ''}
            />
          </>
        )}
      </form>
    </Dialog>
  )
}
