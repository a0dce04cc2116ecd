'use client'

import { type RefObject, useCallback, useEffect, useState } from 'react'

const FLASH_MS = 2000
const NONE: readonly string[] = []

/** Passages of a text of the past that can be gone to, and the one that is chosen. */
export interface Places {
  activeId: string | null
  choose: (id: string | null) => void
  /** Chooses a statement and brings its words into sight. */
  goTo: (id: string) => void
}

/**
 * Keeps the words of the chosen statement marked in a text that is not drawn again for it.
 * @param drawn another value when the text is drawn
 * @param lit statements that are marked besides; keep the list while it holds the same
 */
export function usePlaces(text: RefObject<HTMLElement | null>, drawn: unknown, lit: readonly string[] = NONE): Places {
  const [activeId, choose] = useState<string | null>(null)

  // biome-ignore lint/correctness/useExhaustiveDependencies: a text that was drawn anew has lost its marks
  useEffect(() => {
    const words = [...lit, ...(activeId === null ? [] : [activeId])].flatMap((id) => passage(text.current, id))
    for (const word of words) word.classList.add('is-active')
    return () => {
      for (const word of words) word.classList.remove('is-active')
    }
  }, [text, activeId, drawn, lit])

  const goTo = useCallback(
    (id: string) => {
      choose(id)
      const words = passage(text.current, id)
      words[0]?.scrollIntoView({ block: 'center' })
      for (const word of words) word.classList.add('flash')
      setTimeout(() => {
        for (const word of words) word.classList.remove('flash')
      }, FLASH_MS)
    },
    [text],
  )
  return { activeId, choose, goTo }
}

function passage(text: HTMLElement | null, id: string): HTMLElement[] {
  return [...(text?.querySelectorAll<HTMLElement>(`[data-a~="${CSS.escape(id)}"]`) ?? [])]
}
