'use client'

import { type FormEvent, useState } from 'react'
import { attempt } from '#/components/ui/attempt.ts'
import { Button } from '#/components/ui/button.tsx'
import { Dialog } from '#/components/ui/dialog.tsx'
import { TextArea } from '#/components/ui/text-area.tsx'
import { TextInput } from '#/components/ui/text-input.tsx'
import { NAME_LIMIT } from '#/lib/codebook/clean-name.ts'
import type { Theme } from '#/lib/codebook/codebook.ts'
import type { Refused } from '#/lib/codebook/refused.ts'
import { t } from '#/lib/message/t.ts'
import { createTheme } from '#/server/actions/codebook.ts'
import { ParentSelect } from './parent-select.tsx'

interface NewThemeDialogProps {
  workspaceId: string
  themes: readonly Theme[]
  /** The theme it is to stand under; null: the top. */
  under: string | null
  /** It waits for an editor's answer, and can be used meanwhile. */
  proposes: boolean
  onClose: () => void
  onCreated: (theme: Theme) => void
}

export function NewThemeDialog({ workspaceId, themes, under, proposes, onClose, onCreated }: NewThemeDialogProps) {
  const [parentId, setParentId] = useState(under)
  const [busy, setBusy] = useState(false)
  const [problem, setProblem] = useState<Refused>()
  const errorAt = (field: Refused['field']) => (problem && (problem.field ?? 'name') === field ? problem.reason : undefined)

  const submit = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    if (busy) return
    const form = new FormData(event.currentTarget)
    setBusy(true)
    const input = {
      name: String(form.get('name')),
      definition: String(form.get('definition')),
      parentId,
      note: String(form.get('note') ?? ''),
    }
    const result = await attempt(createTheme(workspaceId, input))
    setBusy(false)
    if (!result.ok) return setProblem(result)
    onClose()
    onCreated(result.theme)
  }
  const foot = (
    <>
      <Button onClick={onClose}>{t('Cancel')}</Button>
      <Button look="primary" type="submit" form="new-theme" busy={busy}>
        {t('{value} theme', { value: proposes ? t('Propose') : t('Add') })}
      </Button>
    </>
  )
  return (
    <Dialog open onClose={onClose} title={proposes ? t('Propose a theme') : t('New theme')} foot={foot}>
      <form id="new-theme" onSubmit={submit}>
        <TextInput label={t('Name')} name="name" maxLength={NAME_LIMIT} autoComplete="off" autoFocus error={errorAt('name')} />
        <ParentSelect label={t('Under')} entries={themes} value={parentId} onChange={setParentId} error={errorAt('parent')} />
        <TextArea
          label={t('Definition')}
          name="definition"
          rows={3}
          hint={t('What to tag with it, and what not.')}
          error={errorAt('description')}
        />
        {proposes && (
          <TextArea label={t('Why')} name="note" rows={2} hint={t('For the editor who answers. You can tag with it at once.')} />
        )}
      </form>
    </Dialog>
  )
}
