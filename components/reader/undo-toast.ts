import { dropAction, showToast } from '#/components/ui/toast-store.ts'
import { t } from '#/lib/message/t.ts'
import type { ReaderModel } from './reader-model.ts'

/**
 * Says what the person's newest step did and offers to take it back, only as long as it is the newest: afterwards undo
 * would take back something else. Returns the toast's id.
 */
export function showUndoToast({ undo }: ReaderModel, text: string): number {
  const id = showToast(text, { label: t('Undo'), run: () => undo?.undo() })
  const stop = undo?.subscribe(() => {
    dropAction(id)
    stop?.()
  })
  return id
}
