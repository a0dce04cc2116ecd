'use client'

import { type FormEvent, useState } from 'react'
import { attempt } from '#/components/ui/attempt.ts'
import { Button } from '#/components/ui/button.tsx'
import { Dialog } from '#/components/ui/dialog.tsx'
import { Select } from '#/components/ui/select.tsx'
import { TextArea } from '#/components/ui/text-area.tsx'
import { TextInput } from '#/components/ui/text-input.tsx'
import type { ActorKind } from '#/lib/codebook/actor-kinds.ts'
import { NAME_LIMIT } from '#/lib/codebook/clean-name.ts'
import type { Actor } from '#/lib/codebook/codebook.ts'
import type { Refused } from '#/lib/codebook/refused.ts'
import { t } from '#/lib/message/t.ts'
import { createActor } from '#/server/actions/codebook.ts'
import { ParentSelect } from './parent-select.tsx'

interface NewActorDialogProps {
  open: boolean
  workspaceId: string
  actors: readonly Actor[]
  kinds: readonly ActorKind[]
  /** It waits for an editor's answer, and can be used meanwhile. */
  proposes: boolean
  onClose: () => void
  onCreated: (actor: Actor) => void
}

export function NewActorDialog(props: NewActorDialogProps) {
  const [busy, setBusy] = useState(false)
  const foot = (
    <>
      <Button onClick={props.onClose}>{t('Cancel')}</Button>
      <Button look="primary" type="submit" form="new-actor" busy={busy}>
        {t('{value} actor', { value: props.proposes ? t('Propose') : t('Add') })}
      </Button>
    </>
  )
  return (
    <Dialog open={props.open} onClose={props.onClose} title={props.proposes ? t('Propose an actor') : t('New actor')} foot={foot}>
      <NewActorForm {...props} busy={busy} setBusy={setBusy} />
    </Dialog>
  )
}

interface NewActorFormProps extends NewActorDialogProps {
  busy: boolean
  setBusy: (busy: boolean) => void
}

function NewActorForm({ workspaceId, actors, kinds, proposes, onClose, onCreated, busy, setBusy }: NewActorFormProps) {
  const [parentId, setParentId] = useState<string | null>(null)
  const [problem, setProblem] = useState<Refused>()
  const errorAt = (field: Refused['field']) => (problem && (problem.field ?? 'name') === field ? problem.reason : undefined)

  const submit = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    if (busy) return
    const form = new FormData(event.currentTarget)
    const input = {
      name: String(form.get('name')),
      kind: String(form.get('kind')),
      parentId,
      description: String(form.get('description')),
      note: String(form.get('note') ?? ''),
      aliases: String(form.get('aliases'))
        .split('\n')
        .map((alias) => ({ name: alias })),
    }
    setBusy(true)
    const result = await attempt(createActor(workspaceId, input))
    setBusy(false)
    if (!result.ok) return setProblem(result)
    onClose()
    onCreated(result.actor)
  }
  return (
    <form id="new-actor" onSubmit={submit}>
      <TextInput label={t('Name')} name="name" maxLength={NAME_LIMIT} autoComplete="off" autoFocus error={errorAt('name')} />
      <Select label={t('Kind')} name="kind" defaultValue="other" options={kinds.map(({ slug, name }) => ({ value: slug, label: name }))} />
      <ParentSelect entries={actors} value={parentId} onChange={setParentId} error={errorAt('parent')} />
      <TextArea label={t('Other names')} name="aliases" rows={3} hint={t('One per line, any script.')} />
      <TextArea label={t('Description')} name="description" rows={2} error={errorAt('description')} />
      {proposes && <TextArea label={t('Why')} name="note" rows={2} hint={t('For the editor who answers. You can tag with it at once.')} />}
    </form>
  )
}
