'use client'

import { type FormEvent, useState } from 'react'
import { Button } from '#/components/ui/button.tsx'
import { Dialog } from '#/components/ui/dialog.tsx'
import { TextArea } from '#/components/ui/text-area.tsx'
import { TextInput } from '#/components/ui/text-input.tsx'
import { PASTED_NAME } from '#/lib/format/import/pasted-name.ts'
import { imports } from './use-imports.ts'

/** Makes a document of pasted or typed text. The text goes the same way as a file. */
export function PasteDialog({ workspaceId, open, onClose }: { workspaceId: string; open: boolean; onClose: () => void }) {
  const [error, setError] = useState<string>()

  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const data = new FormData(event.currentTarget)
    const text = String(data.get('text'))
    if (!text.trim()) return setError('Paste or type the text first.')
    setError(undefined)
    const name = String(data.get('title')).trim() || PASTED_NAME
    imports.add(workspaceId, [{ name, body: new Blob([text], { type: 'text/plain;charset=utf-8' }), pasted: true }])
    onClose()
  }

  const foot = (
    <>
      <Button onClick={onClose}>Cancel</Button>
      <Button look="primary" type="submit" form="paste-text">
        Add document
      </Button>
    </>
  )
  return (
    <Dialog open={open} onClose={onClose} title="Paste text" foot={foot} wide>
      <form id="paste-text" onSubmit={submit}>
        <div className="stack">
          <TextInput label="Title" name="title" autoComplete="off" hint="Left empty, it is taken from the text where the text has one." />
          <TextArea label="Text" name="text" rows={14} data-focus-first error={error} hint="An empty line starts a new paragraph." />
        </div>
      </form>
    </Dialog>
  )
}
