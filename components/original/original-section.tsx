'use client'

import { memo } from 'react'
import { DiffMark } from '#/components/ui/diff-words.tsx'
import type { TextChange } from '#/lib/diff/diff-text.ts'
import { plainLines } from '#/lib/excerpt/citation.ts'
import { type OriginalRange, type OriginalSection, piecesOf } from './paragraphs.ts'

interface SectionProps {
  text: string
  section: OriginalSection
  /** Those that touch the section. */
  changes: readonly TextChange[]
  /** Words of the selected statement; null when none of them are here. */
  marked: OriginalRange | null
  /** Where the change that was gone to begins; -1 when it is not here. */
  currentFrom: number
}

/** Some paragraphs of the original. Drawn again only when something in them changed. */
export const Section = memo(function Section({ text, section, changes, marked, currentFrom }: SectionProps) {
  return (
    <div className="original__section">
      {section.paragraphs.map((paragraph) => (
        <p key={paragraph.start} data-at={paragraph.start}>
          {piecesOf(text, paragraph, changes, marked).map(({ kind, text: words, start, marked: isMarked, change }) => {
            const shown = plainLines(words === '\n' && kind === 'removed' ? '¶' : words)
            return (
              <DiffMark key={`${kind} ${start}`} kind={kind} from={change?.from} isCurrent={change?.from === currentFrom}>
                {isMarked ? <mark className="original__hit">{shown}</mark> : shown}
              </DiffMark>
            )
          })}
        </p>
      ))}
    </div>
  )
}, isSame)

function isSame(a: SectionProps, b: SectionProps): boolean {
  return (
    a.text === b.text &&
    a.section === b.section &&
    a.currentFrom === b.currentFrom &&
    a.marked?.start === b.marked?.start &&
    a.marked?.end === b.marked?.end &&
    a.changes.length === b.changes.length &&
    a.changes.every(({ from, to, added }, i) => from === b.changes[i]!.from && to === b.changes[i]!.to && added === b.changes[i]!.added)
  )
}
