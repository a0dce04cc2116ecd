import { Fragment } from 'react'
import { shortDate } from '#/lib/date/short-date.ts'
import { languageName } from '#/lib/document/language-name.ts'
import type { ReaderDocument } from './reader-document.ts'

interface DocumentLineProps {
  document: ReaderDocument
  statements: number
  /** Opens the details; null when this reader may not change them. */
  onEdit: (() => void) | null
}

/** What the source is, in one line. */
export function DocumentLine({ document, statements, onEdit }: DocumentLineProps) {
  const { outlet, author, publishedOn, kind, language, wordCount, url } = document
  const parts = [
    author,
    publishedOn ? shortDate(publishedOn) : '',
    kind,
    language === 'und' ? '' : languageName(language),
    wordCount > 0 ? `${wordCount.toLocaleString('en')} ${wordCount === 1 ? 'word' : 'words'}` : '',
    `${statements.toLocaleString('en')} ${statements === 1 ? 'statement' : 'statements'}`,
  ].filter(Boolean)
  const line = (
    <>
      {outlet && <b dir="auto">{outlet}</b>}
      {parts.map((part, n) => (
        <Fragment key={part}>
          {(outlet || n > 0) && ' · '}
          <bdi>{part}</bdi>
        </Fragment>
      ))}
    </>
  )
  return (
    <span className="docline clip">
      {onEdit ? (
        <button type="button" className="docline__edit clip" title="Change the details" onClick={onEdit}>
          {line}
        </button>
      ) : (
        <span className="clip">{line}</span>
      )}
      {url && (
        <a href={url} target="_blank" rel="noreferrer noopener" title={url}>
          Source
        </a>
      )}
    </span>
  )
}
