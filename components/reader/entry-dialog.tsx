'use client'

import '#/components/codebook/codebook.css'
import '#/components/codebook/merge.css'
import { DeleteEntryDialog } from '#/components/codebook/delete-entry-dialog.tsx'
import { HuePicker } from '#/components/codebook/hue-picker.tsx'
import { MergeDialog } from '#/components/codebook/merge-dialog.tsx'
import { MemoPanel } from '#/components/memos/memo-panel.tsx'
import { Dialog } from '#/components/ui/dialog.tsx'
import { t } from '#/lib/message/t.ts'
import { actorImpact, deleteActor, deleteTheme, loadCodebook, restoreActor, restoreTheme, themeImpact } from '#/server/actions/codebook.ts'
import { changeEntry } from './codebook-work.ts'
import { useModel, useReader } from './reader-context.ts'
import type { CodebookItem } from './reader-state.ts'

/** What is asked about an entry of the codebook while reading. */
export type EntryQuestion = { what: 'memo' | 'colour' | 'delete'; item: CodebookItem } | { what: 'merge'; item: CodebookItem; into: string }

/** The dialogs of the codebook's tree; loaded when the first of them is asked for. */
export function EntryDialog({ question, onClose }: { question: EntryQuestion; onClose: () => void }) {
  const model = useModel()
  const codebook = useReader((state) => state.codebook)
  const { workspaceId } = model.identity
  const { item, what } = question
  const { kind, id } = item
  const entry = kind === 'actor' ? codebook.actor(id) : codebook.theme(id)
  if (!entry) return null
  const refresh = async () => {
    const book = await loadCodebook(workspaceId).catch(() => null)
    if (book) model.ui.set({ codebook: model.ui.get().codebook.changed(book) })
  }
  const onDone = () => void refresh()

  if (what === 'merge')
    return (
      <MergeDialog
        workspaceId={workspaceId}
        sort={kind}
        first={id}
        target={question.into}
        entries={kind === 'actor' ? codebook.offered.actors : codebook.offered.themes}
        usesOf={(one) => codebook.uses(one)}
        onClose={onClose}
        onMerged={onDone}
        onUndone={onDone}
      />
    )
  if (what === 'delete') {
    const given = { workspaceId, entry, onClose, onDeleted: onDone, onRestored: onDone }
    return kind === 'actor' ? (
      <DeleteEntryDialog
        {...given}
        noun="actor"
        entries={codebook.book.actors}
        impactOf={(one) => actorImpact(workspaceId, one)}
        remove={(one) => deleteActor(workspaceId, one)}
        restore={(undo) => restoreActor(workspaceId, undo)}
      />
    ) : (
      <DeleteEntryDialog
        {...given}
        noun="theme"
        entries={codebook.book.themes}
        impactOf={(one) => themeImpact(workspaceId, one)}
        remove={(one) => deleteTheme(workspaceId, one)}
        restore={(undo) => restoreTheme(workspaceId, undo)}
      />
    )
  }
  if (what === 'memo')
    return (
      <Dialog open onClose={onClose} title={t('Memos on {entry}', { entry: entry.name })}>
        <MemoPanel workspaceId={workspaceId} subject={kind} subjectId={id} title={null} />
      </Dialog>
    )
  const none = kind === 'actor' ? { label: t('Neutral') } : entry.parentId === null ? undefined : { label: t('As the branch') }
  return (
    <Dialog open onClose={onClose} title={t('Colour of {entry}', { entry: entry.name })}>
      <HuePicker
        value={entry.hue}
        none={none}
        onChange={(hue) => void changeEntry(model, item, { hue }, t('{name} has another colour', { name: entry.name }), { hue: entry.hue })}
      />
    </Dialog>
  )
}
