'use client'

import { ReadingFile } from '#/components/codebook-exchange/reading-file.tsx'
import '#/components/codebook-exchange/codebook-exchange.css'
import { useRouter } from 'next/navigation'
import { PreviewOfImport } from '#/components/codebook-exchange/preview-of-import.tsx'
import { useFileImport } from '#/components/codebook-exchange/use-file-import.ts'
import { Button } from '#/components/ui/button.tsx'
import { ChooseFile } from '#/components/ui/choose-file.tsx'
import { Dialog } from '#/components/ui/dialog.tsx'
import { ProgressBar } from '#/components/ui/progress-bar.tsx'
import { showToast } from '#/components/ui/toast-store.ts'
import { useRefreshWhile } from '#/components/ui/use-refresh-while.ts'
import { counted } from '#/lib/counted.ts'
import { FOREIGN_FORMATS } from '#/lib/format/project/project-formats.ts'
import { t } from '#/lib/message/t.ts'
import { BroughtDocuments } from './brought-documents.tsx'
import { importProject, previewProject } from './send-project.ts'

const ACCEPTED = FOREIGN_FORMATS.flatMap(({ extensions }) => extensions).join(',')

/** A project of another program: choosing it, what it would bring, and bringing it. */
export function ImportProjectDialog({ workspaceId, onClose }: { workspaceId: string; onClose: () => void }) {
  const router = useRouter()
  const { step, read, apply, chooseAgain, close } = useFileImport({
    preview: (file, as) => previewProject(workspaceId, file, as),
    bring: (file, as, version) => importProject(workspaceId, file, as, version),
    onDone: (done) => {
      router.refresh()
      const [documents, statements] = [counted(done.documents, 'document'), counted(done.statements, 'statement')]
      showToast(t('Project imported: {documents}, {statements}', { documents, statements }))
    },
    onClose,
  })
  const isBringing = step.at === 'decide' && step.busy
  // The page behind begins to tell how far it is, and goes on telling when this is closed.
  useRefreshWhile(isBringing)

  const foot = (
    <>
      {step.at === 'decide' && (
        <Button disabled={step.busy} onClick={chooseAgain}>
          {t('Choose another file')}
        </Button>
      )}
      <Button onClick={close}>{isBringing ? t('Close') : t('Cancel')}</Button>
      {step.at === 'decide' && (
        <Button look="primary" busy={step.busy} onClick={apply}>
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
