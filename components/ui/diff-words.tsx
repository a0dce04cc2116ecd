import './diff-words.css'
import { Fragment } from 'react'
import { plainLines } from '#/lib/excerpt/citation.ts'

interface DiffWordsProps {
  /** Two texts laid over each other (see lib/diff/diff-text.ts). */
  parts: readonly { kind: 'same' | 'removed' | 'added'; text: string }[]
}

/** Words that went struck through, words that came underlined; said too, for those who listen. */
export function DiffWords({ parts }: DiffWordsProps) {
  return parts.map(({ kind, text }, i) => {
    // biome-ignore lint/suspicious/noArrayIndexKey: the parts of one text never change places
    if (kind === 'same') return <Fragment key={i}>{plainLines(text)}</Fragment>
    const Tag = kind === 'removed' ? 'del' : 'ins'
    return (
      // biome-ignore lint/suspicious/noArrayIndexKey: as above
      <Tag key={i} className="diff">
        <span className="sr">{kind === 'removed' ? ' [removed: ' : ' [added: '}</span>
        {plainLines(text)}
        <span className="sr">] </span>
      </Tag>
    )
  })
}
