'use client'

import { useState } from 'react'
import { Button } from '#/components/ui/button.tsx'
import { Dialog } from '#/components/ui/dialog.tsx'
import { Icon } from '#/components/ui/icon.tsx'
import { t } from '#/lib/message/t.ts'
import type { Comparison, HistoryPoint } from '#/lib/version/history.ts'
import { historyAddress } from './history-address.ts'
import { useHistoryPlace } from './history-context.ts'
import { NotOpened } from './not-opened.tsx'
import { pointTime } from './point-time.ts'
import { type RestoreWhat, restoreWords } from './restore-words.ts'
import { useFetched } from './use-fetched.ts'

interface RestoreDialogProps {
  point: HistoryPoint
  /** Answers a sentence when it failed, null when it was done. */
  restore: (what: RestoreWhat) => Promise<string | null>
  onClose: () => void
}

const CHOICES: readonly { what: RestoreWhat; label: string }[] = [
  {
    what: 'text-and-tags',
    get label() {
      return t('Text and statements')
    },
  },
  {
    what: 'text',
    get label() {
      return t('Text only')
    },
  },
]

/** Says what restoring a point will do, and does it. */
export function RestoreDialog({ point, restore, onClose }: RestoreDialogProps) {
  const { documentId, now } = useHistoryPlace()
  const [what, setWhat] = useState<RestoreWhat>('text-and-tags')
  const [busy, setBusy] = useState(false)
  const [failed, setFailed] = useState<string | null>(null)
  const { value, problem, retry } = useFetched<Comparison>(historyAddress(documentId, 'compare', { from: point.seq }))

  const confirm = async () => {
    if (busy) return
    setBusy(true)
    const sentence = await restore(what)
    setBusy(false)
    if (sentence === null) onClose()
    else setFailed(sentence)
  }
  const foot = (
    <>
      <Button onClick={onClose}>{t('Cancel')}</Button>
      <Button look="primary" icon="history" busy={busy} disabled={value === null} onClick={() => void confirm()}>
        {t('Restore')}
      </Button>
    </>
  )
  return (
    <Dialog open onClose={onClose} title={t('Restore this version')} foot={foot}>
      <div className="stack">
        <fieldset className="restorewhat">
          <legend className="sr">{t('What comes back')}</legend>
          {CHOICES.map((choice) => (
            <label key={choice.what}>
              <input type="radio" name="restore-what" checked={choice.what === what} onChange={() => setWhat(choice.what)} />
              {choice.label}
            </label>
          ))}
        </fieldset>
        <div role="status" className="restorewords">
          {value ? (
            restoreWords(value, pointTime(point.at, now), what).map((sentence) => <p key={sentence}>{sentence}</p>)
          ) : (
            <NotOpened problem={problem} retry={retry} lines={3} />
          )}
        </div>
        {failed && (
          <p className="fieldset__error" role="alert">
            <Icon name="alert" />
            {failed}
          </p>
        )}
      </div>
    </Dialog>
  )
}
