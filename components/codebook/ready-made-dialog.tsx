'use client'

import { useState } from 'react'
import { takeBackImport } from '#/components/codebook-exchange/take-back-import.ts'
import { attempt } from '#/components/ui/attempt.ts'
import { Button } from '#/components/ui/button.tsx'
import { Dialog } from '#/components/ui/dialog.tsx'
import { showToast } from '#/components/ui/toast-store.ts'
import type { Codebook } from '#/lib/codebook/codebook.ts'
import { planReadyMade } from '#/lib/codebook/ready-made/plan-ready-made.ts'
import type { ReadyMade } from '#/lib/codebook/ready-made/ready-made.ts'
import { READY_MADE } from '#/lib/codebook/ready-made/shelf.ts'
import { counted } from '#/lib/counted.ts'
import { t } from '#/lib/message/t.ts'
import { addReadyMade } from '#/server/actions/ready-made.ts'
import { ReadyMadePreview } from './ready-made-preview.tsx'

interface ReadyMadeDialogProps {
  workspaceId: string
  codebook: Codebook
  /** The list it was asked for from: what suits it stands first. */
  noun: 'actor' | 'theme'
  onAdded: () => void
  onClose: () => void
}

/** The ready-made codebooks: what each would add here, before it is added. */
export function ReadyMadeDialog({ workspaceId, codebook, noun, onAdded, onClose }: ReadyMadeDialogProps) {
  const shelf = READY_MADE.toSorted((a, b) => suits(b, noun) - suits(a, noun))
  const [chosen, setChosen] = useState(shelf[0]!)
  const [busy, setBusy] = useState(false)
  let count = 0
  const plan = planReadyMade(chosen, codebook, () => `new ${count++}`)
  const adds = [
    plan.themes.length > 0 && counted(plan.themes.length, 'theme'),
    plan.kinds.length > 0 && counted(plan.kinds.length, 'kind'),
  ].filter(Boolean)

  const takeBack = (version: number) => takeBackImport(workspaceId, version, chosen.name, onAdded)
  const add = async () => {
    setBusy(true)
    const result = await attempt(addReadyMade(workspaceId, chosen.id))
    setBusy(false)
    if (!result.ok) return showToast(result.reason)
    onClose()
    onAdded()
    showToast(t('Added {adds} of {chosen}', { adds: adds.join(' and '), chosen: chosen.name }), {
      label: t('Undo'),
      run: () => void takeBack(result.version),
    })
  }
  const foot = (
    <>
      <Button onClick={onClose}>{t('Cancel')}</Button>
      <Button look="primary" icon="plus" busy={busy} disabled={adds.length === 0} onClick={() => void add()}>
        {adds.length > 0 ? t('Add {adds}', { adds: adds.join(' and ') }) : t('Everything is here already')}
      </Button>
    </>
  )
  return (
    <Dialog open wide onClose={onClose} title={t('Ready-made codebooks')} foot={foot}>
      <div className="shelf">
        <fieldset className="shelf__choices">
          <legend className="sr">{t('Codebook')}</legend>
          {shelf.map((ready) => (
            <label key={ready.id} className="shelf__choice">
              <input type="radio" name="ready-made" checked={ready.id === chosen.id} onChange={() => setChosen(ready)} />
              <span>
                <b>{ready.name}</b>
                <span className="muted">{ready.what}</span>
              </span>
            </label>
          ))}
        </fieldset>
        <ReadyMadePreview key={chosen.id} ready={chosen} plan={plan} />
      </div>
    </Dialog>
  )
}

const suits = (ready: ReadyMade, noun: 'actor' | 'theme'): number => ((noun === 'actor' ? ready.kinds : ready.themes).length > 0 ? 1 : 0)
