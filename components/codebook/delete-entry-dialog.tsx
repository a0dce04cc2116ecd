'use client'

import { useEffect, useState } from 'react'
import { attempt } from '#/components/ui/attempt.ts'
import { ConfirmDialog } from '#/components/ui/confirm-dialog.tsx'
import { showToast } from '#/components/ui/toast-store.ts'
import type { EntryState } from '#/lib/codebook/codebook.ts'
import { impactSentences } from '#/lib/codebook/impact-sentence.ts'
import type { Refused } from '#/lib/codebook/refused.ts'
import type { DeletionImpact } from '#/lib/codebook/uses.ts'
import { counted } from '#/lib/counted.ts'
import { t } from '#/lib/message/t.ts'
import { mergeEntries, undoCodebookChange } from '#/server/actions/merge.ts'
import { MoveFirst } from './move-first.tsx'

interface NamedEntry {
  id: string
  name: string
  parentId: string | null
  state: EntryState
}

interface DeleteEntryDialogProps<Undo> {
  workspaceId: string
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

/**
 * Says what a deletion touches before it is made, and offers to take it back after. Where statements would lose the tag it
 * offers to give them another one first, which is a merge.
 */
export function DeleteEntryDialog<Undo>(props: DeleteEntryDialogProps<Undo>) {
  const { workspaceId, noun, entry, entries, impactOf, remove, restore, onDeleted, onRestored, onClose } = props
  const parentName = entries.find(({ id }) => id === entry.parentId)?.name ?? null
  const [impact, setImpact] = useState<({ ok: true } & DeletionImpact) | Refused | null>(null)
  const [moveTo, setMoveTo] = useState<string | null>(null)
  const [busy, setBusy] = useState(false)

  // biome-ignore lint/correctness/useExhaustiveDependencies: the impact is read once, when the dialog opens
  useEffect(() => {
    let gone = false
    void attempt(impactOf(entry.id)).then((found) => {
      if (!gone) setImpact(found)
    })
    return () => {
      gone = true
    }
  }, [entry.id])

  const takeBack = async (undoing: Promise<{ ok: true } | Refused>) => {
    const result = await attempt(undoing)
    if (!result.ok) return showToast(result.reason)
    onRestored()
    showToast(t('{entry} is back', { entry: entry.name }))
  }
  const merge = async (into: string) => {
    const result = await attempt(mergeEntries(workspaceId, { sort: noun, from: [entry.id], into }))
    if (!result.ok) return result
    return {
      ok: true as const,
      words: t('Moved the tags of {entry} to {result}', { entry: entry.name, result: result.name }),
      undo: () => undoCodebookChange(workspaceId, result.version),
    }
  }
  const deleteIt = async () => {
    const result = await attempt(remove(entry.id))
    return result.ok ? { ok: true as const, words: t('Deleted {entry}', { entry: entry.name }), undo: () => restore(result.undo) } : result
  }
  const confirm = async () => {
    setBusy(true)
    const done = await (moveTo ? merge(moveTo) : deleteIt())
    setBusy(false)
    onClose()
    if (!done.ok) return showToast(done.reason)
    onDeleted()
    showToast(done.words, { label: t('Undo'), run: () => void takeBack(done.undo()) })
  }
  const used = impact?.ok ? impact.statements : 0
  const target = entries.find(({ id }) => id === moveTo)?.name
  return (
    <ConfirmDialog
      open
      title={t('Delete {entry}', { entry: entry.name })}
      confirmLabel={
        moveTo ? t('Move {tags}, then delete', { tags: counted(used, 'tag') }) : noun === 'actor' ? t('Delete actor') : t('Delete theme')
      }
      danger
      busy={busy || impact === null}
      onConfirm={confirm}
      onClose={onClose}
    >
      {impact === null && <p className="muted">{t('Counting what uses it…')}</p>}
      {impact && !impact.ok && <p>{impact.reason}</p>}
      {impact?.ok &&
        (target ? (
          <p>
            {t('{count, plural, one {# statement in {documents} keeps a tag:} other {# statements in {documents} keep a tag:}}', {
              count: used,
              documents: counted(impact.documents, 'document'),
            })}{' '}
            <bdi>{target}</bdi>
            {t('. What stands below moves there as well.')}
          </p>
        ) : (
          impactSentences(noun, impact, parentName).map((sentence) => <p key={sentence}>{sentence}</p>)
        ))}
      {used > 0 && <MoveFirst noun={noun} entry={entry} entries={entries} value={moveTo} onChange={setMoveTo} />}
      <p className="muted">
        {t('You can undo this for a moment after{value}.', { value: moveTo ? t(', and later from the codebook’s history') : '' })}
      </p>
    </ConfirmDialog>
  )
}
