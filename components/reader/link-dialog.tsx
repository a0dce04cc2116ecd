'use client'

import { useId, useState } from 'react'
import { Button } from '#/components/ui/button.tsx'
import { Dialog } from '#/components/ui/dialog.tsx'
import { TextInput } from '#/components/ui/text-input.tsx'
import { t } from '#/lib/message/t.ts'
import { setLink, unsetLink } from '#/lib/text/editor-commands.ts'
import { linkAt } from '#/lib/text/format-at.ts'
import { useModel } from './reader-context.ts'

/** Links the selected words, changes a link or takes it away. */
export function LinkDialog({ open, onClose }: { open: boolean; onClose: () => void }) {
  const model = useModel()
  const { editor } = model
  const form = useId()
  const current = editor ? linkAt(editor.state) : ''
  const [href, setHref] = useState(current)
  const [problem, setProblem] = useState<string>()

  const close = () => {
    onClose()
    // when the dialog is gone: it gives the keyboard back to the button
    requestAnimationFrame(() => model.focusText())
  }
  const save = () => {
    if (editor?.edit(setLink(href.trim()))) close()
    else setProblem(t('The address must start with http://, https:// or mailto:.'))
  }
  const remove = () => {
    editor?.edit(unsetLink)
    close()
  }
  return (
    <Dialog
      open={open}
      onClose={close}
      title={t('Link')}
      foot={
        <>
          {current && <Button onClick={remove}>{t('Remove link')}</Button>}
          <Button onClick={close}>{t('Cancel')}</Button>
          <Button look="primary" type="submit" form={form}>
            {t('Set link')}
          </Button>
        </>
      }
    >
      <form
        id={form}
        onSubmit={(event) => {
          event.preventDefault()
          save()
        }}
      >
        <TextInput
          label={t('Address')}
          type="url"
          dir="ltr"
          autoFocus
          placeholder="https://"
          value={href}
          error={problem}
          onChange={(event) => setHref(event.target.value)}
        />
      </form>
    </Dialog>
  )
}
