'use client'

import { useRouter } from 'next/navigation'
import { FileImportDialog } from '#/components/codebook-exchange/file-import-dialog.tsx'
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
  return (
    <FileImportDialog
      title={t('Import a project')}
      file={{
        lead: t('Texts, codes and every coded passage come in together. You see what the file brings before anything happens.'),
        label: t('Project file'),
        kinds: t(
          'QDPX from NVivo, ATLAS.ti, MAXQDA, QualCoder and others; Taguette; Discourse Network Analyzer; brat as ZIP; Label Studio and Web Annotations (Hypothesis, Recogito) as JSON; passages as CSV or XLSX, found by their words in documents that are here',
        ),
        accept: ACCEPTED,
      }}
      noun="theme"
      preview={(file, as) => previewProject(workspaceId, file, as)}
      bring={(file, as, version) => importProject(workspaceId, file, as, version)}
      onDone={(done) => {
        router.refresh()
        const [documents, statements] = [counted(done.documents, 'document'), counted(done.statements, 'statement')]
        showToast(t('Project imported: {documents}, {statements}', { documents, statements }))
      }}
      onClose={onClose}
      besideOf={(preview) => ({ label: t('Passages'), count: preview.statements, list: <BroughtDocuments preview={preview} /> })}
      working={<Bringing />}
    />
  )
}

function Bringing() {
  // The page behind begins to tell how far it is, and goes on telling when this is closed.
  useRefreshWhile(true)
  return (
    <div className="stack" role="status">
      <p>{t('The import goes on when you close this; the page of documents says how far it is.')}</p>
      <ProgressBar label={t('Importing the project')} />
    </div>
  )
}
