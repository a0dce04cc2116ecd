'use client'

import './editions.css'
import Link from 'next/link'
import { useRouter } from 'next/navigation'
import { type ReactNode, useEffect, useRef, useState } from 'react'
import { historyPath } from '#/components/history/history-path.ts'
import { addFiles } from '#/components/imports/add-files.ts'
import { ACCEPTED_FILES, FILE_KINDS } from '#/components/imports/file-kinds.ts'
import { useModel } from '#/components/reader/reader-context.ts'
import { noAnswerWords } from '#/components/ui/attempt.ts'
import { Button } from '#/components/ui/button.tsx'
import { ChooseFile } from '#/components/ui/choose-file.tsx'
import { Dialog } from '#/components/ui/dialog.tsx'
import { ProgressBar } from '#/components/ui/progress-bar.tsx'
import type { OfferedEdition } from '#/lib/edition/offered-edition.ts'
import type { EditionReport } from '#/lib/edition/report.ts'
import { t } from '#/lib/message/t.ts'
import { applyEdition, dropEdition } from '#/server/actions/editions.ts'
import { EditionOffer } from './edition-offer.tsx'
import { EditionResult } from './edition-result.tsx'
import { sendEdition } from './send-edition.ts'

type Step =
  | { at: 'choose'; problem: string | null }
  | { at: 'read'; file: File }
  | { at: 'decide'; file: File; offered: OfferedEdition; busy: boolean; problem: string | null }
  | { at: 'done'; report: EditionReport; edition: number }

const FIRST: Step = { at: 'choose', problem: null }

/** A new edition of the source: the changed file, what it would do, and what it did. */
export function EditionDialog({ open, onClose }: { open: boolean; onClose: () => void }) {
  const model = useModel()
  const { workspaceId, documentId } = model.identity
  const router = useRouter()
  const [step, setStep] = useState<Step>(FIRST)
  // What is still under way when the dialog is closed says nothing any more.
  const round = useRef(0)

  const close = () => {
    round.current++
    if (step.at === 'decide' && step.offered.key) void dropEdition({ workspaceId, documentId, key: step.offered.key }).catch(() => {})
    if (step.at === 'done') {
      router.refresh()
      if (step.report.statements.lost.length > 0) model.ui.set({ cards: 'detached' })
    }
    setStep(FIRST)
    onClose()
  }
  const read = async (file: File) => {
    const own = ++round.current
    setStep({ at: 'read', file })
    const answer = await sendEdition(documentId, file)
    if (own !== round.current) {
      if (answer.ok && answer.key) void dropEdition({ workspaceId, documentId, key: answer.key }).catch(() => {})
    } else
      setStep(answer.ok ? { at: 'decide', file, offered: answer, busy: false, problem: null } : { at: 'choose', problem: answer.message })
  }
  const apply = async () => {
    if (step.at !== 'decide' || step.busy || !step.offered.key) return
    setStep({ ...step, busy: true, problem: null })
    const done = await applyEdition({ workspaceId, documentId, key: step.offered.key }).catch(
      () => ({ ok: false, message: noAnswerWords() }) as const,
    )
    setStep(done.ok ? { at: 'done', report: done.report, edition: done.edition } : { ...step, busy: false, problem: done.message })
  }
  const importInstead = () => {
    if (step.at !== 'decide') return
    close()
    addFiles(workspaceId, [step.file])
    router.push(`/w/${workspaceId}/documents`)
  }

  return (
    <Dialog
      open={open}
      onClose={() => (step.at === 'decide' && step.busy ? undefined : close())}
      title={step.at === 'done' ? t('Edition {edition} applied', { edition: step.edition }) : t('Add a new edition')}
      foot={
        <Foot
          step={step}
          history={`${historyPath(workspaceId, documentId)}?view=changes`}
          onClose={close}
          onApply={() => void apply()}
          onImport={importInstead}
          onOther={() => setStep(FIRST)}
        />
      }
      wide
    >
      {step.at === 'choose' && (
        <ChooseFile
          lead={t(
            'Choose the changed file. It is compared with the text first: you see what would change, and which statements keep their words, before anything happens.',
          )}
          label={t('File of the new edition')}
          kinds={FILE_KINDS}
          accept={ACCEPTED_FILES}
          problem={step.problem}
          onFile={(file) => void read(file)}
        />
      )}
      {step.at === 'read' && (
        <NewStep>
          <p>
            {t('Reading “')}
            <bdi>{step.file.name}</bdi>
            {t('” and comparing it with the text …')}
          </p>
          <ProgressBar label={t('Reading and comparing')} />
        </NewStep>
      )}
      {step.at === 'decide' && (
        <NewStep>
          <EditionOffer offered={step.offered} />
          {step.problem && (
            <p className="fieldset__error" role="alert">
              {step.problem}
            </p>
          )}
        </NewStep>
      )}
      {step.at === 'done' && (
        <NewStep>
          <EditionResult report={step.report} />
        </NewStep>
      )}
    </Dialog>
  )
}

/** Takes the keyboard, which stood on a control of the step before; a screen reader then says what is new. */
function NewStep({ children }: { children: ReactNode }) {
  const ref = useRef<HTMLDivElement>(null)
  useEffect(() => ref.current?.focus(), [])
  return (
    // biome-ignore lint/a11y/useSemanticElements: not a fieldset, it has no controls of one form
    <div ref={ref} role="group" tabIndex={-1} className="edition__step">
      {children}
    </div>
  )
}

interface FootProps {
  step: Step
  /** Address of the history, which shows what an edition changed. */
  history: string
  onClose: () => void
  onApply: () => void
  onImport: () => void
  onOther: () => void
}

function Foot({ step, history, onClose, onApply, onImport, onOther }: FootProps) {
  if (step.at === 'done' || (step.at === 'decide' && !step.offered.key))
    return (
      <>
        {step.at === 'decide' && <Button onClick={onOther}>{t('Choose another file')}</Button>}
        {step.at === 'done' && (
          <Link className="btn" href={history}>
            {t('See what changed')}
          </Link>
        )}
        <Button look="primary" onClick={onClose}>
          {step.at === 'done' ? t('Done') : t('Close')}
        </Button>
      </>
    )
  if (step.at !== 'decide') return <Button onClick={onClose}>{t('Cancel')}</Button>
  const isOther = step.offered.report.verdict === 'unrelated'
  return (
    <>
      <Button aria-disabled={step.busy} onClick={() => step.busy || onClose()}>
        {t('Cancel')}
      </Button>
      <Button look={isOther ? 'default' : 'primary'} busy={step.busy} onClick={onApply}>
        {isOther ? t('Apply all the same') : t('Apply this edition')}
      </Button>
      {isOther && (
        <Button look="primary" onClick={onImport}>
          {t('Import as a new document')}
        </Button>
      )}
    </>
  )
}
