'use client'

import { useRouter } from 'next/navigation'
import { useEffect, useRef, useState } from 'react'
import { Button } from '#/components/ui/button.tsx'
import { ChooseFile } from '#/components/ui/choose-file.tsx'
import { Dialog } from '#/components/ui/dialog.tsx'
import { ProgressBar } from '#/components/ui/progress-bar.tsx'
import type { ArchivePreview } from '#/lib/archive/archive-preview.ts'
import { t } from '#/lib/message/t.ts'
import { PreviewOfArchive } from './preview-of-archive.tsx'
import { bringBack, sendArchive } from './send-archive.ts'

type Step =
  | { at: 'choose'; problem: string | null }
  /** `sent`: share of the file; 1: it is being read. */
  | { at: 'send'; file: File; sent: number }
  | { at: 'decide'; preview: ArchivePreview; problem: string | null }
  /** `share`: of what is in it; null: not known yet. */
  | { at: 'bring'; share: number | null }

/** The archive of a workspace: choosing it, what it would bring, and making a workspace of it. */
export function BringBackDialog({ onClose }: { onClose: () => void }) {
  const router = useRouter()
  const [step, setStep] = useState<Step>({ at: 'choose', problem: null })
  const [name, setName] = useState('')
  const stop = useRef(() => {})
  useEffect(() => () => stop.current(), [])

  const send = async (file: File) => {
    setStep({ at: 'send', file, sent: 0 })
    const sending = sendArchive(file, (sent) => setStep({ at: 'send', file, sent }))
    stop.current = sending.stop
    const answer = await sending.answer
    if (!answer.ok) return setStep({ at: 'choose', problem: answer.message })
    setName(answer.name)
    setStep({ at: 'decide', preview: answer, problem: null })
  }
  const bring = async (preview: ArchivePreview) => {
    setStep({ at: 'bring', share: null })
    const done = await bringBack(preview.seal, name, (rows, of) => setStep({ at: 'bring', share: rows / of }))
    if (done.ok) router.push(`/w/${done.workspaceId}/documents`)
    else setStep({ at: 'decide', preview, problem: done.message })
  }
  const foot = (
    <>
      {step.at === 'decide' && <Button onClick={() => setStep({ at: 'choose', problem: null })}>{t('Choose another file')}</Button>}
      <Button onClick={onClose}>{step.at === 'bring' ? t('Close') : t('Cancel')}</Button>
      {step.at === 'decide' && (
        <Button look="primary" onClick={() => bring(step.preview)}>
          {t('Bring back')}
        </Button>
      )}
    </>
  )
  return (
    <Dialog open onClose={onClose} title={t('Bring back an archive')} wide foot={foot}>
      {step.at === 'choose' && (
        <ChooseFile
          lead={t('It becomes a workspace of yours. You see what is in it before anything happens.')}
          label={t('Archive')}
          kinds={t('An archive that somebody downloaded here from the settings of a workspace')}
          accept=".interline,.archive,.gz"
          problem={step.problem}
          onFile={(file) => void send(file)}
        />
      )}
      {step.at === 'send' && (
        <div className="stack" role="status">
          <p>
            {step.sent < 1 ? t('Sending {name}…', { name: step.file.name }) : t('Reading {name} to its end…', { name: step.file.name })}
          </p>
          <ProgressBar label={t('Reading the file')} value={step.sent < 1 ? step.sent : undefined} />
        </div>
      )}
      {step.at === 'decide' && <PreviewOfArchive preview={step.preview} problem={step.problem} name={name} onName={setName} />}
      {step.at === 'bring' && (
        <div className="stack" role="status">
          <p>{t('Bringing back “{name}”. It goes on when you close this, and appears under your workspaces.', { name })}</p>
          <ProgressBar label={t('Bringing the archive back')} value={step.share ?? undefined} />
        </div>
      )}
    </Dialog>
  )
}
