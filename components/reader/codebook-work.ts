import { attempt } from '#/components/ui/attempt.ts'
import { showToast } from '#/components/ui/toast-store.ts'
import { t } from '#/lib/message/t.ts'
import { updateActor, updateTheme } from '#/server/actions/codebook.ts'
import type { ReaderModel } from './reader-model.ts'
import type { CodebookItem } from './reader-state.ts'

/** What can be changed of an entry from the tree. */
interface EntryChange {
  name?: string
  hue?: number | null
  /** Actors only; themes are moved by `moveTheme`, which knows their order. */
  parentId?: string | null
}

/** Changes an entry of the codebook, here at once when the server took it; says what was done, with a way back. */
export async function changeEntry(
  model: ReaderModel,
  item: CodebookItem,
  change: EntryChange,
  done: string,
  back: EntryChange,
): Promise<void> {
  if (await send(model, item, change)) showToast(done, { label: t('Undo'), run: () => void send(model, item, back) })
}

async function send(model: ReaderModel, { kind, id }: CodebookItem, change: EntryChange): Promise<boolean> {
  const { workspaceId } = model.identity
  const put = (entry: Parameters<ReturnType<ReaderModel['ui']['get']>['codebook']['with']>[0]) =>
    model.ui.set({ codebook: model.ui.get().codebook.with(entry) })
  if (kind === 'actor') {
    const result = await attempt(updateActor(workspaceId, id, change))
    if (result.ok) put({ actor: result.actor })
    else showToast(result.reason)
    return result.ok
  }
  const { parentId: _, ...rest } = change
  const result = await attempt(updateTheme(workspaceId, id, rest))
  if (result.ok) put({ theme: result.theme })
  else showToast(result.reason)
  return result.ok
}
