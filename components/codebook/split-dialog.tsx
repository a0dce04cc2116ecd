'use client'

import { useEffect, useState } from 'react'
import { attempt } from '#/components/ui/attempt.ts'
import { Dialog } from '#/components/ui/dialog.tsx'
import type { Actor, Theme } from '#/lib/codebook/codebook.ts'
import type { EntrySort } from '#/lib/codebook/merge.ts'
import type { TaggedPassage } from '#/lib/codebook/tagged-passage.ts'
import { counted } from '#/lib/counted.ts'
import { t } from '#/lib/message/t.ts'
import { splitEntry, taggedPassages } from '#/server/actions/merge.ts'
import { offerUndo } from './offer-undo.ts'
import { choicesUnder, NO_CHOICES, type SplitStep, splitChoices } from './split-choices.ts'
import { SplitNames } from './split-names.tsx'
import { SplitQueue } from './split-queue.tsx'

interface SplitDialogProps {
  workspaceId: string
  sort: EntrySort
  entry: Actor | Theme
  onClose: () => void
  onChanged: () => void
}

/** Makes several entries of one: first their names, then the passages one by one, then all at once. */
export function SplitDialog({ workspaceId, sort, entry, onClose, onChanged }: SplitDialogProps) {
  const [names, setNames] = useState<readonly string[]>([])
  const [passages, setPassages] = useState<readonly TaggedPassage[] | null>(null)
  // Kept here: going back to the names, or a refusal, loses none of the passages gone through.
  const [choices, setChoices] = useState(NO_CHOICES)
  const [step, setStep] = useState<'names' | 'passages'>('names')
  const [busy, setBusy] = useState(false)
  const [problem, setProblem] = useState<string>()

  useEffect(() => {
    let gone = false
    void attempt(taggedPassages(workspaceId, { sort, id: entry.id })).then((found) => {
      if (gone) return
      if (found.ok) setPassages(found.passages)
      else setProblem(found.reason)
    })
    return () => {
      gone = true
    }
  }, [workspaceId, sort, entry.id])

  const apply = async (given: readonly (number | null)[]) => {
    setBusy(true)
    const sent = (passages ?? []).map(({ annotationId }, at) => ({ annotationId, to: given[at] ?? null }))
    const result = await attempt(splitEntry(workspaceId, { sort, id: entry.id, names: [...names], passages: sent }))
    setBusy(false)
    if (!result.ok) {
      setProblem(result.reason)
      setStep('names')
      return
    }
    onClose()
    onChanged()
    const { moved, missing, taggedMeanwhile } = result
    const words = [t('Split {entry}: {passages} moved.', { entry: entry.name, passages: counted(moved, 'passage') })]
    if (taggedMeanwhile > 0)
      words.push(
        t('{count, plural, one {# passage tagged meanwhile stays.} other {# passages tagged meanwhile stay.}}', { count: taggedMeanwhile }),
      )
    if (missing > 0)
      words.push(
        t('{count, plural, one {# passage was deleted meanwhile.} other {# passages were deleted meanwhile.}}', { count: missing }),
      )
    offerUndo(workspaceId, result.version, words.join(' '), onChanged)
  }

  return (
    <Dialog open onClose={onClose} title={t('Split {entry}', { entry: entry.name })} wide={step === 'passages'}>
      {step === 'names' || !passages ? (
        <SplitNames
          sort={sort}
          entry={entry}
          given={names}
          passages={passages?.length ?? null}
          problem={problem}
          busy={busy}
          onCancel={onClose}
          onNamed={(named) => {
            setProblem(undefined)
            setChoices((was) => choicesUnder(was, names, named))
            setNames(named)
            if (passages && passages.length > 0) setStep('passages')
          }}
        />
      ) : (
        <SplitQueue
          entry={entry}
          names={names}
          passages={passages}
          choices={choices}
          busy={busy}
          onStep={(next: SplitStep) => setChoices((was) => splitChoices(was, next, passages.length))}
          onBack={() => setStep('names')}
          onDone={apply}
        />
      )}
    </Dialog>
  )
}
