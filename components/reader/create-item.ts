import { showToast } from '#/components/ui/toast-store.ts'
import { createActor, createTheme } from '#/server/actions/codebook.ts'
import type { ReaderModel } from './reader-model.ts'

/** Makes an actor or theme from what was typed, and puts it into the codebook here at once. Its id, or null when it was not made (a toast says why). */
export async function createItem(
  model: ReaderModel,
  kind: 'actor' | 'theme',
  name: string,
  parentId: string | null = null,
): Promise<string | null> {
  const { workspaceId } = model.identity
  try {
    if (kind === 'actor') {
      const result = await createActor(workspaceId, { name, parentId })
      if (!result.ok) return result.existingId ?? refuse(result.reason)
      model.ui.set({ codebook: model.ui.get().codebook.with({ actor: result.actor }) })
      return result.actor.id
    }
    const result = await createTheme(workspaceId, { name, parentId })
    if (!result.ok) return result.existingId ?? refuse(result.reason)
    model.ui.set({ codebook: model.ui.get().codebook.with({ theme: result.theme }) })
    return result.theme.id
  } catch {
    return refuse(`The ${kind} was not made: the server did not answer. Try again when you are online.`)
  }
}

function refuse(reason: string): null {
  showToast(reason)
  return null
}
