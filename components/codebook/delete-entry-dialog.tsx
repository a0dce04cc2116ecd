'use client'

import { useEffect, useState } from 'react'
import { attempt } from '#/components/ui/attempt.ts'
import { ConfirmDialog } from '#/components/ui/confirm-dialog.tsx'
import { showToast } from '#/components/ui/toast-store.ts'
import { impactSentences } from '#/lib/codebook/impact-sentence.ts'
import type { Refused } from '#/lib/codebook/refused.ts'
import type { DeletionImpact } from '#/lib/codebook/uses.ts'

interface NamedEntry {
  id: string
  name: string
  parentId: string | null
}

interface DeleteEntryDialogProps<Undo> {
  noun: 'actor' | 'theme'
  entry: NamedEntry
  /** All of its sort. */
  entries: readonly NamedEntry[]
  impactOf: (id: string) => Promise<({ ok: true } & DeletionImpact) | Refused>
  remove: (id: string) => Promise<{ ok: true; undo: Undo } | Refused>
  restore: (undo: Undo) => Promise<{ ok: true } | Refused>
  onDeleted: () => void
  onRestored: () => void
  onClose: () => void
}

/** Says what a deletion touches before it is made, and offers to take it back after. */
export function DeleteEntryDialog<Undo>(props: DeleteEntryDialogProps<Undo>) {
  const { noun, entry, entries, impactOf, remove, restore, onDeleted, onRestored, onClose } = props
  const parentName = entries.find(({ id }) => id === entry.parentId)?.name ?? null
  const [sentences, setSentences] = useState<string[] | null>(null)
  const [busy, setBusy] = useState(false)

  // biome-ignore lint/correctness/useExhaustiveDependencies: the impact is read once, when the dialog opens
  useEffect(() => {
    let gone = false
    void attempt(impactOf(entry.id)).then((impact) => {
      if (!gone) setSentences(impact.ok ? impactSentences(noun, impact, parentName) : [impact.reason])
    })
    return () => {
      gone = true
    }
  }, [entry.id])

  const takeBack = async (undo: Undo) => {
    const result = await attempt(restore(undo))
    if (!result.ok) return showToast(result.reason)
    onRestored()
    showToast(`${entry.name} is back`)
  }
  const confirm = async () => {
    setBusy(true)
    const result = await attempt(remove(entry.id))
    setBusy(false)
    onClose()
    if (!result.ok) return showToast(result.reason)
    onDeleted()
    showToast(`Deleted ${entry.name}`, { label: 'Undo', run: () => void takeBack(result.undo) })
  }
  return (
    <ConfirmDialog
      open
      title={`Delete ${entry.name}`}
      confirmLabel={`Delete ${noun}`}
      danger
      busy={busy || sentences === null}
      onConfirm={confirm}
      onClose={onClose}
    >
      {sentences === null ? <p className="muted">Counting what uses it…</p> : sentences.map((sentence) => <p key={sentence}>{sentence}</p>)}
      <p className="muted">You can undo this for a moment after.</p>
    </ConfirmDialog>
  )
}
