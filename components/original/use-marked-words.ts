'use client'

import { useMemo } from 'react'
import { useModel, useObservable, useReader, useStatements } from '#/components/reader/reader-context.ts'
import type { OriginalRange } from './paragraphs.ts'

/** Where the words of the selected statement stood in the edition shown; null when none is selected, or none of them did. */
export function useMarkedWords(): OriginalRange | null {
  const model = useModel()
  const activeId = useReader((state) => state.activeId)
  const shown = useObservable(model.comparison.state, (state) => state.shown)
  const version = useStatements()
  // biome-ignore lint/correctness/useExhaustiveDependencies: the statements and the edition shown are read in there
  return useMemo(() => {
    const passage = activeId === null ? undefined : model.store.get(activeId)
    return passage ? model.comparison.originalOf(passage.annotation.runs) : null
  }, [model, activeId, shown, version])
}
