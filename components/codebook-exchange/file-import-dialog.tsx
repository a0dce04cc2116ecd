import './codebook-exchange.css'
import type { ReactNode } from 'react'
import { Button } from '#/components/ui/button.tsx'
import { ChooseFile } from '#/components/ui/choose-file.tsx'
import { Dialog } from '#/components/ui/dialog.tsx'
import type { ImportPreview } from '#/lib/codebook/import/import-preview.ts'
import type { BookSort } from '#/lib/format/codebook/book.ts'
import { t } from '#/lib/message/t.ts'
import { type Beside, PreviewOfImport } from './preview-of-import.tsx'
import { ReadingFile } from './reading-file.tsx'
import { type FileImport, useFileImport } from './use-file-import.ts'

interface FileImportDialogProps<Preview, Done> extends FileImport<Preview, Done> {
  title: string
  /** The file that is asked for, see `ChooseFile`. */
  file: { lead: string; label: string; kinds: string; accept: string }
  /** What entries become that the file does not call actors or themes, until somebody says otherwise. */
  noun: BookSort
  /** What is shown beside the codebook's part of a preview. */
  besideOf?: (preview: Preview) => Beside
  /** Whether there is nothing to bring in. */
  changesNothing?: (preview: Preview) => boolean
  /** Stands for the preview while the file is brought in, which then goes on without the dialog. */
  working?: ReactNode
}

/** A file for the codebook, or for the workspace: choosing it, what it would do, and doing it. */
export function FileImportDialog<Preview extends ImportPreview & { ok: true }, Done extends { ok: true }>({
  title,
  file,
  noun,
  besideOf,
  changesNothing,
  working,
  ...ways
}: FileImportDialogProps<Preview, Done>) {
  const { step, read, apply, chooseAgain, close } = useFileImport(ways)
  const isWorking = step.at === 'decide' && step.busy && working !== undefined
  const isNothing = step.at === 'decide' && changesNothing?.(step.preview) === true
  const foot = (
    <>
      {step.at === 'decide' && (
        <Button disabled={step.busy} onClick={chooseAgain}>
          {t('Choose another file')}
        </Button>
      )}
      <Button onClick={close}>{isWorking || isNothing ? t('Close') : t('Cancel')}</Button>
      {step.at === 'decide' && !isNothing && (
        <Button look="primary" busy={step.busy} onClick={apply}>
          {t('Import')}
        </Button>
      )}
    </>
  )
  return (
    <Dialog open onClose={close} title={title} wide foot={foot}>
      {step.at === 'choose' && <ChooseFile {...file} problem={step.problem} onFile={(chosen) => void read(chosen, noun)} />}
      {step.at === 'read' && <ReadingFile name={step.file.name} />}
      {isWorking && working}
      {step.at === 'decide' && !isWorking && (
        <PreviewOfImport
          fileName={step.file.name}
          preview={step.preview}
          problem={step.problem}
          as={step.as}
          onAs={(as) => void read(step.file, as)}
          {...(besideOf && { beside: besideOf(step.preview) })}
        />
      )}
    </Dialog>
  )
}
