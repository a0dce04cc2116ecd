import './bulk-dialog.css'
import { useRef, useState } from 'react'
import { attempt } from '#/components/ui/attempt.ts'
import { Button } from '#/components/ui/button.tsx'
import { Dialog } from '#/components/ui/dialog.tsx'
import { ProgressBar } from '#/components/ui/progress-bar.tsx'
import { RadioRow } from '#/components/ui/radio-row.tsx'
import { showToast } from '#/components/ui/toast-store.ts'
import type { BulkEdit } from '#/lib/annotation/bulk-edit.ts'
import type { Codebook } from '#/lib/codebook/codebook.ts'
import { counted } from '#/lib/counted.ts'
import { bulkDoneWords } from '#/lib/excerpt/bulk-done-words.ts'
import { type BulkReport, skippedWords } from '#/lib/excerpt/bulk-report.ts'
import { numberWords } from '#/lib/message/locale.ts'
import { t } from '#/lib/message/t.ts'
import type { Query } from '#/lib/query/query.ts'
import { takeBackBulkEdit } from '#/server/actions/bulk-edits.ts'
import { BulkForm } from './bulk-form.tsx'
import { sendBulkEdit } from './send-bulk-edit.ts'
import { StatusForm } from './status-form.tsx'

export type BulkAct = BulkEdit['act']

/** Excerpts that can be changed together. */
export interface BulkScope {
  name: 'selected' | 'all'
  query: Query
  /** How many; null while they are counted. */
  count: number | null
}

interface BulkDialogProps {
  workspaceId: string
  act: BulkAct
  /** The first is chosen; one or two. */
  scopes: readonly BulkScope[]
  codebook: Codebook
  /** Whether tags of others are changed too. */
  everyone: boolean
  onDone: () => void
  onClose: () => void
}

const TITLES: Record<BulkAct, string> = {
  get add() {
    return t('Add a tag')
  },
  get replace() {
    return t('Replace a tag')
  },
  get remove() {
    return t('Remove a tag')
  },
  get status() {
    return t('Set the status')
  },
}
const VERBS: Record<BulkAct, string> = {
  get add() {
    return t('Add to')
  },
  get replace() {
    return t('Replace in')
  },
  get remove() {
    return t('Remove from')
  },
  get status() {
    return t('Set on')
  },
}

type Step =
  | { at: 'choose'; problem: string | null }
  | { at: 'work'; done: number; of: number }
  | { at: 'report'; report: BulkReport; sentences: string[] }

/** Adds, replaces or removes a tag of many excerpts, or says their status: what, on which, how far it is, what came of it. */
export function BulkDialog({ workspaceId, act, scopes, codebook, everyone, onDone, onClose }: BulkDialogProps) {
  const [step, setStep] = useState<Step>({ at: 'choose', problem: null })
  const [scopeName, setScopeName] = useState(scopes[0]?.name)
  const [edit, setEdit] = useState<BulkEdit | null>(null)
  const isClosed = useRef(false)
  const scope = scopes.find(({ name }) => name === scopeName) ?? scopes[0]

  const run = async () => {
    if (step.at !== 'choose' || !scope) return
    if (!edit)
      return setStep({ at: 'choose', problem: act === 'status' ? t('Choose a status first.') : t('Choose an actor or a theme first.') })
    setStep({ at: 'work', done: 0, of: 0 })
    const answer = await sendBulkEdit(workspaceId, scope.query, edit, (done, of) => setStep({ at: 'work', done, of }))
    // Who closed it meanwhile is told all the same.
    if (!answer.ok) return isClosed.current ? showToast(answer.reason) : setStep({ at: 'choose', problem: answer.reason })
    const sentences = bulkDoneWords(edit, answer, codebook)
    if (!isClosed.current && (answer.stopped || answer.changed === 0 || skippedWords(answer.skipped).length > 0))
      return setStep({ at: 'report', report: answer, sentences })
    if (!isClosed.current) onClose()
    onDone()
    const undo = { label: t('Undo'), run: () => void takeBack(workspaceId, answer, onDone) }
    showToast(sentences.join(' '), answer.undoId === null ? undefined : undo)
  }
  const close = () => {
    isClosed.current = true
    onClose()
    // Not before: the page draws its rows anew, and what is in it with them.
    if (step.at === 'report' && step.report.changed > 0) onDone()
  }
  const foot = (
    <>
      {step.at === 'report' && step.report.undoId && (
        <Button icon="undo" onClick={() => [onClose(), void takeBack(workspaceId, step.report, onDone)]}>
          {t('Undo')}
        </Button>
      )}
      <Button look={step.at === 'report' ? 'primary' : 'default'} onClick={close}>
        {step.at === 'choose' ? t('Cancel') : t('Close')}
      </Button>
      {step.at !== 'report' && (
        <Button look="primary" busy={step.at === 'work'} onClick={run}>
          {VERBS[act]} {typeof scope?.count === 'number' ? numberWords(scope.count) : t('all')}
        </Button>
      )}
    </>
  )
  return (
    <Dialog open onClose={close} title={TITLES[act]} foot={foot}>
      {step.at === 'choose' && (
        <div className="bulkedit">
          {act === 'status' ? (
            <StatusForm everyone={everyone} onEdit={setEdit} />
          ) : (
            <BulkForm act={act} codebook={codebook} everyone={everyone} onEdit={setEdit} />
          )}
          {scopes.length > 1 && (
            <RadioRow
              legend={t('On')}
              name="scope"
              choices={scopes.map(({ name, count }) => ({
                value: name,
                label: name === 'selected' ? t('{count} selected', { count }) : t('all {count} matching', { count }),
              }))}
              value={scope?.name}
              onChange={setScopeName}
            />
          )}
          {step.problem && (
            <p className="fieldset__error" role="alert">
              {step.problem}
            </p>
          )}
        </div>
      )}
      {step.at === 'work' && (
        <div className="stack" role="status">
          <p>
            {step.of > 0
              ? t('{done} of {documents} done', { done: step.done, documents: counted(step.of, 'document') })
              : t('Looking for the excerpts…')}
          </p>
          <ProgressBar label={t('Changing excerpts')} {...(step.of > 0 && { value: step.done / step.of })} />
          <p className="muted">{t('It goes on when you close this.')}</p>
        </div>
      )}
      {step.at === 'report' && <Report {...step} />}
    </Dialog>
  )
}

function Report({ report, sentences }: { report: BulkReport; sentences: readonly string[] }) {
  return (
    <div className="stack" role="status">
      {sentences.map((sentence) => (
        <p key={sentence} className={sentence === report.stopped ? 'fieldset__error' : undefined}>
          {sentence}
        </p>
      ))}
    </div>
  )
}

async function takeBack(workspaceId: string, { undoId }: BulkReport, onDone: () => void): Promise<void> {
  if (!undoId) return
  const result = await attempt(takeBackBulkEdit(workspaceId, undoId))
  if (result.ok) onDone()
  showToast(result.ok ? undoneWords(result.undone, result.kept) : result.reason)
}

function undoneWords(undone: number, kept: number): string {
  return t('Undone on {excerpts}{value}', {
    excerpts: counted(undone, 'excerpt'),
    value: kept > 0 ? t('; {kept} changed since stay as they are', { kept }) : '',
  })
}
