import { showToast } from '#/components/ui/toast-store.ts'
import type { Refused } from '#/lib/codebook/refused.ts'
import { t } from '#/lib/message/t.ts'
import { createActor, createTheme } from '#/server/actions/codebook.ts'
import type { ReaderModel } from './reader-model.ts'

interface ItemContext {
  parentId?: string | null
  /** The passage that it is made for: the example of a proposal. */
  words?: string
}

/**
 * Makes an actor or theme from what was typed, or proposes it, and puts it into the codebook here at once. Its id, or null when
 * it was not made (a toast says why).
 */
export async function createItem(
  model: ReaderModel,
  kind: 'actor' | 'theme',
  name: string,
  { parentId = null, words }: ItemContext = {},
): Promise<string | null> {
  const { workspaceId, documentId } = model.identity
  const input = { name, parentId, ...(words && { example: { documentId, quote: words } }) }
  try {
    if (kind === 'actor') {
      const result = await createActor(workspaceId, input)
      if (!result.ok) return existing(model, kind, result)
      model.ui.set({ codebook: model.ui.get().codebook.with({ actor: result.actor }) })
      tellProposed(result.actor)
      return result.actor.id
    }
    const result = await createTheme(workspaceId, input)
    if (!result.ok) return existing(model, kind, result)
    model.ui.set({ codebook: model.ui.get().codebook.with({ theme: result.theme }) })
    tellProposed(result.theme)
    return result.theme.id
  } catch {
    return refuse(
      kind === 'actor'
        ? t('The actor was not made: the server did not answer. Try again when you are online.')
        : t('The theme was not made: the server did not answer. Try again when you are online.'),
    )
  }
}

/** The entry that has the name already; null for an archived one, which is not to be tagged with. */
function existing(model: ReaderModel, kind: 'actor' | 'theme', { existingId, reason }: Refused): string | null {
  if (!existingId) return refuse(reason)
  if (!model.ui.get().codebook.isArchived(existingId)) return existingId
  return refuse(
    kind === 'actor'
      ? t('The actor of this name is archived. Editors take it out of the archive on its page.')
      : t('The theme of this name is archived. Editors take it out of the archive on its page.'),
  )
}

function tellProposed({ name, state }: { name: string; state: string }): void {
  if (state === 'proposed') showToast(t('Proposed {name}. Tag with it now; an editor answers', { name }))
}

function refuse(reason: string): null {
  showToast(reason)
  return null
}
