'use client'

import { useRef } from 'react'
import type { PopoverOption } from './popover-options.ts'
import { useReader } from './reader-context.ts'

/**
 * The branch a new theme goes under: that of the theme that is, or for these words was last, highlighted in the list; else that of
 * the theme chosen in the codebook; null: the top.
 */
export function useBranch(query: string, active: PopoverOption | undefined): string | null {
  const codebook = useReader((state) => state.codebook)
  const chosen = useReader((state) => state.focusItem)
  const last = useRef<{ query: string; themeId: string } | null>(null)
  if (active?.type === 'item' && active.kind === 'theme') last.current = { query, themeId: active.id }
  else if (last.current?.query !== query) last.current = null
  if (last.current) return codebook.branchOf(last.current.themeId)
  return chosen?.kind === 'theme' ? codebook.branchOf(chosen.id) : null
}
