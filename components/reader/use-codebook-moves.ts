'use client'

import { useThemeMoves } from '#/components/codebook/use-theme-moves.ts'
import { showToast } from '#/components/ui/toast-store.ts'
import { wouldCycle } from '#/lib/codebook/theme-tree.ts'
import { t } from '#/lib/message/t.ts'
import { loadCodebook } from '#/server/actions/codebook.ts'
import { changeEntry } from './codebook-work.ts'
import { useModel, useReader } from './reader-context.ts'
import type { CodebookItem } from './reader-state.ts'

export interface CodebookMoves {
  cutId: string | null
  onCut: (id: string) => void
  /** Puts what was cut under an entry. */
  onPaste: (underId: string) => void
  onNest: (id: string, underId: string) => void
}

/** Moves entries of the codebook's open tab under others. */
export function useCodebookMoves(kind: 'actor' | 'theme'): CodebookMoves {
  const model = useModel()
  const { book } = useReader((state) => state.codebook)
  const { workspaceId } = model.identity
  const refresh = async () => {
    const codebook = await loadCodebook(workspaceId).catch(() => null)
    if (codebook) model.ui.set({ codebook: model.ui.get().codebook.changed(codebook) })
  }
  const { cutId, onCut, onPaste, onNest } = useThemeMoves(workspaceId, book.themes, () => void refresh())
  if (kind === 'theme') return { cutId, onCut, onPaste, onNest }

  const nest = (id: string, underId: string) => {
    const item: CodebookItem = { kind, id }
    const actor = book.actors.find((one) => one.id === id)
    const above = book.actors.find((one) => one.id === underId)
    if (!actor || !above || actor.parentId === underId) return
    if (wouldCycle(book.actors, id, underId))
      return showToast(t('{above} is part of {actor}. It cannot be both.', { above: above.name, actor: actor.name }))
    const done = t('{name} is part of {above} now', { name: actor.name, above: above.name })
    void changeEntry(model, item, { parentId: underId }, done, { parentId: actor.parentId })
  }
  return {
    cutId,
    onCut,
    onNest: nest,
    onPaste: (underId) => {
      if (!cutId) return
      onCut(cutId)
      if (cutId !== underId) nest(cutId, underId)
    },
  }
}
