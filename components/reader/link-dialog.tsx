'use client'

import { useId, useState } from 'react'
import { Button } from '#/components/ui/button.tsx'
import { Dialog } from '#/components/ui/dialog.tsx'
import { TextInput } from '#/components/ui/text-input.tsx'
import { t } from '#/lib/message/t.ts'
import { useModel } from './reader-context.ts'

/** Links the selected words, changes a link or takes it away. */
export function LinkDialog({ open, onClose }: { open: boolean; onClose: () => void }) {
  const { editor } = useModel()
  const form = useId()
  const current = String(editor?.getAttributes('link').href ?? '')
  const [href, setHref] = useState(current)
  const [problem, setProblem] = useState<string>()

  const close = () => {
    onClose()
    editor?.commands.focus()
  }
  const save = () => {
    if (editor?.chain().setLink({ href: href.trim() }).run()) close()
    else setProblem(t('The address must start with http://, https:// or mailto:.'))
  }
  const remove = () => {
    editor?.chain().unsetLink().run()
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
