'use client'

import { ReadingFile } from '#/components/codebook-exchange/reading-file.tsx'
import '#/components/codebook-exchange/codebook-exchange.css'
import { useRouter } from 'next/navigation'
import { useRef, useState } from 'react'
import { PreviewOfImport } from '#/components/codebook-exchange/preview-of-import.tsx'
import { Button } from '#/components/ui/button.tsx'
import { ChooseFile } from '#/components/ui/choose-file.tsx'
import { Dialog } from '#/components/ui/dialog.tsx'
import { ProgressBar } from '#/components/ui/progress-bar.tsx'
import { showToast } from '#/components/ui/toast-store.ts'
import { useRefreshWhile } from '#/components/ui/use-refresh-while.ts'
import { counted } from '#/lib/counted.ts'
import type { BookSort } from '#/lib/format/codebook/book.ts'
import { FOREIGN_FORMATS } from '#/lib/format/project/project-formats.ts'
import type { ProjectPreview } from '#/lib/format/project/project-preview.ts'
import { t } from '#/lib/message/t.ts'
import { BroughtDocuments } from './brought-documents.tsx'
import { importProject, previewProject } from './send-project.ts'

const ACCEPTED = FOREIGN_FORMATS.flatMap(({ extensions }) => extensions).join(',')

type Step =
  | { at: 'choose'; problem: string | null }
  | { at: 'read'; file: File }
  | { at: 'decide'; file: File; as: BookSort; preview: ProjectPreview; busy: boolean; problem: string | null }

/** A project of another program: choosing it, what it would bring, and bringing it. */
export function ImportProjectDialog({ workspaceId, onClose }: { workspaceId: string; onClose: () => void }) {
  const [step, setStep] = useState<Step>({ at: 'choose', problem: null })
  const router = useRouter()
  // What is still under way when the dialog is closed or another file chosen says nothing any more.
  const round = useRef(0)

  const isBringing = step.at === 'decide' && step.busy
  // The page behind begins to tell how far it is, and goes on telling when this is closed.
  useRefreshWhile(isBringing)

  const close = () => {
    round.current++
    onClose()
  }
  const read = async (file: File, as: BookSort, problem: string | null = null) => {
    const own = ++round.current
    setStep({ at: 'read', file })
    const answer = await previewProject(workspaceId, file, as)
    if (own !== round.current) return
    setStep(answer.ok ? { at: 'decide', file, as, preview: answer, busy: false, problem } : { at: 'choose', problem: answer.message })
  }
  const bring = async () => {
    if (step.at !== 'decide' || step.busy) return
    const { file, as, preview } = step
    setStep({ ...step, busy: true, problem: null })
    const done = await importProject(workspaceId, file, as, preview.version)
    if (done.ok) {
      onClose()
      router.refresh()
      const [documents, statements] = [counted(done.documents, 'document'), counted(done.statements, 'statement')]
      showToast(t('Project imported: {documents}, {statements}', { documents, statements }))
    } else if (done.reason === 'changed') await read(file, as, done.message)
    else setStep({ ...step, busy: false, problem: done.message })
  }
  const foot = (
    <>
      {step.at === 'decide' && (
        <Button disabled={step.busy} onClick={() => setStep({ at: 'choose', problem: null })}>
          {t('Choose another file')}
        </Button>
      )}
      <Button onClick={close}>{isBringing ? t('Close') : t('Cancel')}</Button>
      {step.at === 'decide' && (
        <Button look="primary" busy={step.busy} onClick={bring}>
          {t('Import')}
        </Button>
      )}
    </>
  )
  return (
    <Dialog open onClose={close} title={t('Import a project')} wide foot={foot}>
      {step.at === 'choose' && (
        <ChooseFile
          lead={t('Texts, codes and every coded passage come in together. You see what the file brings before anything happens.')}
          label={t('Project file')}
          kinds={t(
            'QDPX from NVivo, ATLAS.ti, MAXQDA, QualCoder and others; Taguette; Discourse Network Analyzer; brat as ZIP; Label Studio and Web Annotations (Hypothesis, Recogito) as JSON; passages as CSV or XLSX, found by their words in documents that are here',
          )}
          accept={ACCEPTED}
          problem={step.problem}
          onFile={(file) => void read(file, 'theme')}
        />
      )}
      {step.at === 'read' && <ReadingFile name={step.file.name} />}
      {isBringing && (
        <div className="stack" role="status">
          <p>{t('The import goes on when you close this; the page of documents says how far it is.')}</p>
          <ProgressBar label={t('Importing the project')} />
        </div>
      )}
      {step.at === 'decide' && !isBringing && (
        <PreviewOfImport
          fileName={step.file.name}
          preview={step.preview}
          problem={step.problem}
          as={step.as}
          onAs={(as) => void read(step.file, as)}
          beside={{ label: t('Passages'), count: step.preview.statements, list: <BroughtDocuments preview={step.preview} /> }}
        />
      )}
    </Dialog>
  )
}
