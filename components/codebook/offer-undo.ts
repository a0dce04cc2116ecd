import { attempt } from '#/components/ui/attempt.ts'
import { showToast } from '#/components/ui/toast-store.ts'
import { t } from '#/lib/message/t.ts'
import { undoCodebookChange } from '#/server/actions/merge.ts'

/** Says what was done to the codebook, with a button that takes it back. */
export function offerUndo(workspaceId: string, version: number, done: string, onUndone: () => void): void {
  showToast(done, { label: t('Undo'), run: () => void takeBack(workspaceId, version, onUndone) })
}

/** Takes a merge or split back and says what came of it; answers whether it worked. */
export async function takeBack(workspaceId: string, version: number, onUndone: () => void): Promise<boolean> {
  const result = await attempt(undoCodebookChange(workspaceId, version))
  if (!result.ok) {
    showToast(result.reason)
    return false
  }
  onUndone()
  const renamed = result.restored.filter(({ name, was }) => name !== was)
  const names = result.restored.map(({ name }) => name).join(', ')
  showToast(
    renamed.length > 0
      ? t('Taken back. {renamed}', {
          renamed: renamed.map(({ name, was }) => t('“{was}” is taken, so it is back as “{name}”', { was, name })).join('. '),
        })
      : names
        ? t('{count, plural, one {Taken back: {names} is back} other {Taken back: {names} are back}}', {
            count: result.restored.length,
            names,
          })
        : t('Taken back'),
  )
  return true
}
