'use client'

import { useId, useState } from 'react'
import { Button } from '#/components/ui/button.tsx'
import { Dialog } from '#/components/ui/dialog.tsx'
import { Select } from '#/components/ui/select.tsx'
import { TextInput } from '#/components/ui/text-input.tsx'
import { t } from '#/lib/message/t.ts'
import { createItem } from './create-item.ts'
import { useModel, useReader } from './reader-context.ts'

interface NewItemDialogProps {
  open: boolean
  kind: 'actor' | 'theme'
  onClose: () => void
}

/** Adds an actor or theme while reading: a name and a place; everything else is on its page. */
export function NewItemDialog({ open, kind, onClose }: NewItemDialogProps) {
  const model = useModel()
  const { offered } = useReader((state) => state.codebook)
  const chosen = useReader((state) => state.focusItem)
  const form = useId()
  const proposes = !model.can('manage-codebook')
  const title = kind === 'actor' ? (proposes ? t('Propose actor') : t('New actor')) : proposes ? t('Propose theme') : t('New theme')
  const confirm = kind === 'actor' ? (proposes ? t('Propose actor') : t('Add actor')) : proposes ? t('Propose theme') : t('Add theme')
  const [name, setName] = useState('')
  const [parentId, setParentId] = useState(chosen?.kind === kind ? chosen.id : '')
  const [busy, setBusy] = useState(false)
  const above = kind === 'actor' ? offered.actors : offered.themes

  const make = async () => {
    setBusy(true)
    const id = await createItem(model, kind, name, { parentId: parentId || null })
    setBusy(false)
    if (id !== null) onClose()
  }

  return (
    <Dialog
      open={open}
      onClose={onClose}
      title={title}
      foot={
        <>
          <Button onClick={onClose}>{t('Cancel')}</Button>
          <Button look="primary" type="submit" form={form} busy={busy}>
            {confirm}
          </Button>
        </>
      }
    >
      <form
        id={form}
        className="stack"
        onSubmit={(event) => {
          event.preventDefault()
          void make()
        }}
      >
        <div className="stack">
          <TextInput label={t('Name')} required autoFocus value={name} onChange={(event) => setName(event.target.value)} />
          <Select
            label={kind === 'actor' ? t('Part of') : t('Under')}
            value={parentId}
            onChange={(event) => setParentId(event.target.value)}
            options={[
              { value: '', label: kind === 'actor' ? t('Nothing') : t('The top') },
              ...above.map(({ id, name: label }) => ({ value: id, label })),
            ]}
          />
        </div>
      </form>
    </Dialog>
  )
}
