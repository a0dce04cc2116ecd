'use client'

import { useRef, useState } from 'react'
import { Button } from '#/components/ui/button.tsx'
import { ChooseFile } from '#/components/ui/choose-file.tsx'
import { Dialog } from '#/components/ui/dialog.tsx'
import { showToast } from '#/components/ui/toast-store.ts'
import type { ImportPreview } from '#/lib/codebook/import/import-preview.ts'
import type { BookSort } from '#/lib/format/codebook/book.ts'
import { t } from '#/lib/message/t.ts'
import { PreviewOfImport } from './preview-of-import.tsx'
import { ReadingFile } from './reading-file.tsx'
import { importCodebook, previewCodebook } from './send-codebook.ts'
import { takeBackImport } from './take-back-import.ts'

const ACCEPTED = '.qdc,.xml,.csv,.tsv,.txt,.xlsx,.json'

type Step =
  | { at: 'choose'; problem: string | null }
  | { at: 'read'; file: File }
  | { at: 'decide'; file: File; as: BookSort; preview: ImportPreview; busy: boolean; problem: string | null }

interface ImportCodebookDialogProps {
  workspaceId: string
  noun: BookSort
  onClose: () => void
}

/** A codebook from a file: choosing it, what it would do, and doing it. */
export function ImportCodebookDialog({ workspaceId, noun, onClose }: ImportCodebookDialogProps) {
  const [step, setStep] = useState<Step>({ at: 'choose', problem: null })
  // What is still under way when the dialog is closed or another file chosen says nothing any more.
  const round = useRef(0)

  const read = async (file: File, as: BookSort) => {
    const own = ++round.current
    setStep({ at: 'read', file })
    const answer = await previewCodebook(workspaceId, file, as)
    if (own !== round.current) return
    setStep(answer.ok ? { at: 'decide', file, as, preview: answer, busy: false, problem: null } : { at: 'choose', problem: answer.message })
  }
  const apply = async () => {
    if (step.at !== 'decide' || step.busy) return
    const { file, as, preview } = step
    setStep({ ...step, busy: true, problem: null })
    const done = await importCodebook(workspaceId, file, as, preview.version)
    if (done.ok) {
      onClose()
      sayDone(workspaceId, done)
    } else if (done.reason === 'changed') {
      const now = await previewCodebook(workspaceId, file, as)
      setStep(
        now.ok ? { at: 'decide', file, as, preview: now, busy: false, problem: done.message } : { at: 'choose', problem: now.message },
      )
    } else setStep({ ...step, busy: false, problem: done.message })
  }
  const changesNothing = step.at === 'decide' && isNothing(step.preview)
  const foot = (
    <>
      {step.at === 'decide' && <Button onClick={() => setStep({ at: 'choose', problem: null })}>{t('Choose another file')}</Button>}
      <Button onClick={() => [round.current++, onClose()]}>{changesNothing ? t('Close') : t('Cancel')}</Button>
      {step.at === 'decide' && !changesNothing && (
        <Button look="primary" busy={step.busy} onClick={apply}>
          {t('Import')}
        </Button>
      )}
    </>
  )
  return (
    <Dialog open onClose={() => [round.current++, onClose()]} title={t('Import a codebook')} wide foot={foot}>
      {step.at === 'choose' && (
        <ChooseFile
          lead={t('You see what the file would add and change before anything happens. Nothing is deleted.')}
          label={t('Codebook file')}
          kinds={t('QDC from NVivo, ATLAS.ti, MAXQDA and others, a table as XLSX or CSV, or JSON from Interline')}
          accept={ACCEPTED}
          problem={step.problem}
          onFile={(file) => void read(file, noun)}
        />
      )}
      {step.at === 'read' && <ReadingFile name={step.file.name} />}
      {step.at === 'decide' && (
        <PreviewOfImport
          fileName={step.file.name}
          preview={step.preview}
          problem={step.problem}
          as={step.as}
          onAs={(as) => void read(step.file, as)}
        />
      )}
    </Dialog>
  )
}

function isNothing({ added, changed }: ImportPreview): boolean {
  return added.actors + added.themes + added.kinds + changed.actors + changed.themes === 0
}

function sayDone(workspaceId: string, { version, added, changed }: { version: number | null; added: number; changed: number }): void {
  const words = [added > 0 && t('{added} added', { added }), changed > 0 && t('{changed} changed', { changed })].filter(Boolean)
  if (version === null) showToast(t('The codebook has all of it already'))
  else
    showToast(t('Codebook imported: {words}', { words: words.join(', ') }), {
      label: t('Undo'),
      run: () => void takeBackImport(workspaceId, version, t('The import')),
    })
}
