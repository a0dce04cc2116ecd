import './diff-words.css'
import type { ReactNode } from 'react'
import { plainLines } from '#/lib/excerpt/citation.ts'
import { t } from '#/lib/message/t.ts'

type Kind = 'same' | 'removed' | 'added'

/** Two texts laid over each other (see lib/diff/diff-text.ts). */
export function DiffWords({ parts }: { parts: readonly { kind: Kind; text: string }[] }) {
  return parts.map(({ kind, text }, i) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: the parts of one text never change places
    <DiffMark key={i} kind={kind}>
      {plainLines(text)}
    </DiffMark>
  ))
}

interface DiffMarkProps {
  kind: Kind
  /** To find the mark by, and to stress one among others. */
  from?: number
  isCurrent?: boolean
  children: ReactNode
}

/** Words that went struck through, words that came underlined; said too, for those who listen. */
export function DiffMark({ kind, from, isCurrent = false, children }: DiffMarkProps) {
  if (kind === 'same') return children
  const Tag = kind === 'removed' ? 'del' : 'ins'
  return (
    <Tag className={isCurrent ? 'diff is-current' : 'diff'} data-from={from}>
      <span className="sr">{kind === 'removed' ? ` ${t('[removed:')} ` : ` ${t('[added:')} `}</span>
      {children}
      <span className="sr">] </span>
    </Tag>
  )
}
