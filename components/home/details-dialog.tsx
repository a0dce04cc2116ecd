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
import { t } from '#/lib/message/t.ts'
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
    showToast(t('Details saved'))
    router.refresh()
  }

  const foot = (
    <>
      <Button onClick={close}>{t('Cancel')}</Button>
      <Button look="primary" type="submit" form="document-details" busy={busy}>
        {t('Save')}
      </Button>
    </>
  )
  return (
    <Dialog open={document !== null} onClose={close} title={t('Details')} foot={foot} wide>
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
  const options = [...tags.map((tag) => ({ value: tag, label: languageName(tag) })), { value: 'und', label: t('Unknown') }]
  return (
    <div className="meta">
      <div className="meta__wide">
        <TextInput
          label={t('Title')}
          name="title"
          defaultValue={document.title}
          required
          maxLength={LONGEST_META.title}
          autoComplete="off"
        />
      </div>
      <TextInput
        label={t('Source')}
        name="outlet"
        defaultValue={document.outlet}
        maxLength={LONGEST_META.outlet}
        autoComplete="off"
        hint={t('Newspaper, agency, ministry.')}
      />
      <TextInput label={t('Author')} name="author" defaultValue={document.author} maxLength={LONGEST_META.author} autoComplete="off" />
      <TextInput label={t('Published')} name="publishedOn" type="date" dir="ltr" defaultValue={document.publishedOn ?? ''} />
      <TextInput
        label={t('Kind')}
        name="kind"
        defaultValue={document.kind}
        maxLength={LONGEST_META.kind}
        autoComplete="off"
        hint={t('Article, briefing, transcript, resolution.')}
      />
      <div className="meta__wide">
        <TextInput
          label={t('Address')}
          name="url"
          type="url"
          dir="ltr"
          defaultValue={document.url}
          maxLength={LONGEST_META.url}
          autoComplete="off"
        />
      </div>
      <Select
        label={t('Language')}
        name="language"
        value={language}
        options={options}
        hint={t('Now: {guess}. Chosen from the text at import unless somebody corrected it.', { guess })}
        onChange={(event) => {
          setLanguage(event.target.value)
          setDirection(usualDirection(event.target.value))
        }}
      />
      <Select
        label={t('Direction')}
        name="direction"
        value={direction}
        options={[
          { value: 'ltr', label: t('Left to right') },
          { value: 'rtl', label: t('Right to left') },
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
