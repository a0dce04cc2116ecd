'use client'

import { type FormEvent, useRef, useState } from 'react'
import { Button } from '#/components/ui/button.tsx'
import { Dialog } from '#/components/ui/dialog.tsx'
import { TextArea } from '#/components/ui/text-area.tsx'
import { TextInput } from '#/components/ui/text-input.tsx'
import { useLeaveGuard } from '#/components/ui/use-leave-guard.ts'
import { LONGEST_META } from '#/lib/document/check-meta.ts'
import { PASTED_NAME } from '#/lib/format/import/pasted-name.ts'
import { t } from '#/lib/message/t.ts'
import { imports } from './use-imports.ts'

const NOTHING = { title: '', text: '' }

/** Makes a document of pasted or typed text, which goes the same way as a file. Closed without adding it, the text is there again the next time. */
export function PasteDialog({ workspaceId, open, onClose }: { workspaceId: string; open: boolean; onClose: () => void }) {
  const form = useRef<HTMLFormElement>(null)
  const [draft, setDraft] = useState(NOTHING)
  const [error, setError] = useState<string>()
  const [isTyped, setIsTyped] = useState(false)
  useLeaveGuard(isTyped)

  const close = (left: typeof NOTHING) => {
    setDraft(left)
    setIsTyped(left.text.trim() !== '')
    setError(undefined)
    onClose()
  }
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const { title, text } = read(event.currentTarget)
    if (!text.trim()) return setError(t('Paste or type the text first.'))
    const body = new Blob([text], { type: 'text/plain;charset=utf-8' })
    imports.add(workspaceId, [{ name: title.trim() || PASTED_NAME, body, pasted: true }])
    close(NOTHING)
  }
  const leave = () => close(form.current ? read(form.current) : NOTHING)

  const foot = (
    <>
      <Button onClick={leave}>{t('Cancel')}</Button>
      <Button look="primary" type="submit" form="paste-text">
        {t('Add document')}
      </Button>
    </>
  )
  return (
    <Dialog open={open} onClose={leave} title={t('Paste text')} foot={foot} wide>
      <form id="paste-text" ref={form} onSubmit={submit} onInput={(event) => setIsTyped(read(event.currentTarget).text.trim() !== '')}>
        <div className="stack">
          <TextInput
            label={t('Title')}
            name="title"
            defaultValue={draft.title}
            maxLength={LONGEST_META.title}
            autoComplete="off"
            hint={t('Left empty, it is taken from the text where the text has one.')}
          />
          <TextArea
            label={t('Text')}
            name="text"
            defaultValue={draft.text}
            rows={14}
            data-focus-first
            error={error}
            hint={t('An empty line starts a new paragraph.')}
          />
        </div>
      </form>
    </Dialog>
  )
}

function read(form: HTMLFormElement): typeof NOTHING {
  const data = new FormData(form)
  return { title: String(data.get('title')), text: String(data.get('text')) }
}
