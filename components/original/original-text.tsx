'use client'

import { useMemo } from 'react'
import type { TextChange } from '#/lib/diff/diff-text.ts'
import { Section } from './original-section.tsx'
import { changesIn, type OriginalRange, sectionsOf } from './paragraphs.ts'

interface OriginalTextProps {
  text: string
  changes: readonly TextChange[]
  current: number
  marked: OriginalRange | null
}

/** The text of an edition, paragraph by paragraph, with what became of its words. */
export function OriginalText({ text, changes, current, marked }: OriginalTextProps) {
  const sections = useMemo(() => sectionsOf(text), [text])
  const currentFrom = changes[current]?.from ?? -1
  return sections.map((section) => {
    const isIn = (at: number) => at >= section.start && at <= section.end
    return (
      <Section
        key={section.start}
        text={text}
        section={section}
        changes={changesIn(changes, section)}
        marked={marked && marked.start < section.end && marked.end > section.start ? marked : null}
        currentFrom={isIn(currentFrom) ? currentFrom : -1}
      />
    )
  })
}
