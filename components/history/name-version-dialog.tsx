'use client'

import { type FormEvent, useState } from 'react'
import { Button } from '#/components/ui/button.tsx'
import { Dialog } from '#/components/ui/dialog.tsx'
import { TextInput } from '#/components/ui/text-input.tsx'
import { t } from '#/lib/message/t.ts'
import { VERSION_NAME_LIMIT } from '#/lib/version/version-name.ts'

interface NameVersionDialogProps {
  title: string
  /** What gets the name, in a sentence; nothing when the title says it. */
  about?: string
  /** The name it has. */
  name?: string
  /** Answers a sentence when it failed, null when it was done. */
  save: (name: string) => Promise<string | null>
  onClose: () => void
}

/** Asks for the name of a version. */
export function NameVersionDialog({ title, about, name = '', save, onClose }: NameVersionDialogProps) {
  const [busy, setBusy] = useState(false)
  const [problem, setProblem] = useState<string>()

  const submit = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    if (busy) return
    const typed = String(new FormData(event.currentTarget).get('name')).trim()
    if (typed === '') return setProblem(t('Give it a name.'))
    setBusy(true)
    const failed = await save(typed)
    setBusy(false)
    if (failed) return setProblem(failed)
    onClose()
  }
  const foot = (
    <>
      <Button onClick={onClose}>{t('Cancel')}</Button>
      <Button look="primary" type="submit" form="name-version" busy={busy}>
        {t('Save')}
      </Button>
    </>
  )
  return (
    <Dialog open onClose={onClose} title={title} foot={foot}>
      <form id="name-version" onSubmit={submit} noValidate>
        <TextInput
          label={t('Name')}
          name="name"
          defaultValue={name}
          maxLength={VERSION_NAME_LIMIT}
          autoComplete="off"
          hint={about}
          error={problem}
        />
      </form>
    </Dialog>
  )
}
