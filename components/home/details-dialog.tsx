'use client'

import './details-dialog.css'
import { useRouter } from 'next/navigation'
import { type FormEvent, useState } from 'react'
import { MemoPanel } from '#/components/memos/memo-panel.tsx'
import { attempt } from '#/components/ui/attempt.ts'
import { Button } from '#/components/ui/button.tsx'
import { Dialog } from '#/components/ui/dialog.tsx'
import { Select } from '#/components/ui/select.tsx'
import { TextInput } from '#/components/ui/text-input.tsx'
import { showToast } from '#/components/ui/toast-store.ts'
import { LONGEST_META } from '#/lib/document/check-meta.ts'
import { languageName, OFFERED_LANGUAGES, usualDirection } from '#/lib/document/language-name.ts'
import { updateDocument } from '#/server/actions/documents.ts'
import type { DescribedDocument } from './home-document.ts'

interface DetailsDialogProps {
  workspaceId: string
  /** Open when given. */
  document: DescribedDocument | null
  onClose: () => void
}

/** Everything about a document except its text. */
export function DetailsDialog({ workspaceId, document, onClose }: DetailsDialogProps) {
  const router = useRouter()
  const [busy, setBusy] = useState(false)
  const [problem, setProblem] = useState<string>()

  const close = () => {
    setProblem(undefined)
    onClose()
  }
  const submit = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    if (!document || busy) return
    setBusy(true)
    const result = await attempt(updateDocument(workspaceId, document.id, readMeta(new FormData(event.currentTarget))))
    setBusy(false)
    if (!result.ok) return setProblem(result.reason)
    close()
    showToast('Details saved')
    router.refresh()
  }

  const foot = (
    <>
      <Button onClick={close}>Cancel</Button>
      <Button look="primary" type="submit" form="document-details" busy={busy}>
        Save
      </Button>
    </>
  )
  return (
    <Dialog open={document !== null} onClose={close} title="Details" foot={foot} wide>
      {document && (
        <form id="document-details" onSubmit={submit}>
          <DetailsFields document={document} />
          {problem && (
            <p className="fieldset__error" role="alert">
              {problem}
            </p>
          )}
        </form>
      )}
      {document && <MemoPanel key={document.id} workspaceId={workspaceId} subject="document" subjectId={document.id} />}
    </Dialog>
  )
}

function DetailsFields({ document }: { document: DescribedDocument }) {
  const [language, setLanguage] = useState(document.language)
  const [direction, setDirection] = useState(document.direction)
  const guess = languageName(document.language)
  const tags = [...new Set<string>([...OFFERED_LANGUAGES, document.language])].filter((tag) => tag !== 'und')
  const options = [...tags.map((tag) => ({ value: tag, label: languageName(tag) })), { value: 'und', label: 'Unknown' }]
  return (
    <div className="meta">
      <div className="meta__wide">
        <TextInput label="Title" name="title" defaultValue={document.title} required maxLength={LONGEST_META.title} autoComplete="off" />
      </div>
      <TextInput
        label="Source"
        name="outlet"
        defaultValue={document.outlet}
        maxLength={LONGEST_META.outlet}
        autoComplete="off"
        hint="Newspaper, agency, ministry."
      />
      <TextInput label="Author" name="author" defaultValue={document.author} maxLength={LONGEST_META.author} autoComplete="off" />
      <TextInput label="Published" name="publishedOn" type="date" dir="ltr" defaultValue={document.publishedOn ?? ''} />
      <TextInput
        label="Kind"
        name="kind"
        defaultValue={document.kind}
        maxLength={LONGEST_META.kind}
        autoComplete="off"
        hint="Article, briefing, transcript, resolution."
      />
      <div className="meta__wide">
        <TextInput
          label="Address"
          name="url"
          type="url"
          dir="ltr"
          defaultValue={document.url}
          maxLength={LONGEST_META.url}
          autoComplete="off"
        />
      </div>
      <Select
        label="Language"
        name="language"
        value={language}
        options={options}
        hint={`Now: ${guess}. Chosen from the text at import unless somebody corrected it.`}
        onChange={(event) => {
          setLanguage(event.target.value)
          setDirection(usualDirection(event.target.value))
        }}
      />
      <Select
        label="Direction"
        name="direction"
        value={direction}
        options={[
          { value: 'ltr', label: 'Left to right' },
          { value: 'rtl', label: 'Right to left' },
        ]}
        onChange={(event) => setDirection(event.target.value === 'rtl' ? 'rtl' : 'ltr')}
      />
    </div>
  )
}

function readMeta(data: FormData) {
  const text = (name: string) => String(data.get(name) ?? '').trim()
  return {
    title: text('title'),
    outlet: text('outlet'),
    author: text('author'),
    publishedOn: text('publishedOn') || null,
    url: text('url'),
    kind: text('kind'),
    language: text('language'),
    direction: text('direction') === 'rtl' ? ('rtl' as const) : ('ltr' as const),
  }
}
