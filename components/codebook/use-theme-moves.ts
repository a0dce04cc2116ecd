'use client'

import { useState } from 'react'
import { attempt } from '#/components/ui/attempt.ts'
import { showToast } from '#/components/ui/toast-store.ts'
import type { Theme } from '#/lib/codebook/codebook.ts'
import type { ThemeMove } from '#/lib/codebook/input.ts'
import { t } from '#/lib/message/t.ts'
import { moveTheme } from '#/server/actions/codebook.ts'
import type { ThemeMoves } from './theme-tree.tsx'

interface AllThemeMoves extends ThemeMoves {
  onMove: (id: string, to: ThemeMove) => void
  /** What somebody asked to merge by dragging. */
  merging: { first: string; target: string } | null
  stopMerging: () => void
}

/** Moves themes; every move but a shift among siblings says where the theme went and can be taken back. */
export function useThemeMoves(workspaceId: string, themes: readonly Theme[], refresh: () => void): AllThemeMoves {
  const [cutId, setCutId] = useState<string | null>(null)
  const [merging, setMerging] = useState<AllThemeMoves['merging']>(null)
  const nameOf = (id: string | null) => themes.find((theme) => theme.id === id)?.name

  const send = async (id: string, to: ThemeMove): Promise<ThemeMove | null> => {
    const result = await attempt(moveTheme(workspaceId, id, to))
    if (result.ok) refresh()
    else showToast(result.reason)
    return result.ok ? result.undo : null
  }
  const move = async (id: string, to: ThemeMove) => {
    const undo = await send(id, to)
    if (!undo) return
    const where = to.parentId === null ? t('to the top') : t('under {to}', { to: nameOf(to.parentId) })
    showToast(t('Moved {id} {where}', { id: nameOf(id), where }), { label: t('Undo'), run: () => void send(id, undo) })
  }
  const shift = (id: string, step: 1 | -1) => {
    const theme = themes.find((candidate) => candidate.id === id)
    const siblings = themes.filter((candidate) => candidate.parentId === theme?.parentId)
    const at = siblings.findIndex((candidate) => candidate.id === id)
    if (!theme || at + step < 0 || at + step >= siblings.length) return
    void send(id, { parentId: theme.parentId, beforeId: siblings[step < 0 ? at - 1 : at + 2]?.id ?? null, hue: theme.hue })
  }
  return {
    cutId,
    onCut: (id) => setCutId((was) => (was === id ? null : id)),
    onPaste: (underId) => {
      if (!cutId) return
      setCutId(null)
      if (cutId !== underId) void move(cutId, { parentId: underId })
    },
    onNest: (id, underId) => void move(id, { parentId: underId }),
    onMerge: (first, target) => setMerging({ first, target }),
    merging,
    stopMerging: () => setMerging(null),
    onMove: (id, to) => void move(id, to),
    onShift: shift,
  }
}
