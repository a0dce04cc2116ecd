import { Fragment } from 'react'
import { counted } from '#/lib/counted.ts'
import { shortDate } from '#/lib/date/short-date.ts'
import { languageName } from '#/lib/document/language-name.ts'
import { t } from '#/lib/message/t.ts'
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
    outlet && <b>{outlet}</b>,
    publishedOn && shortDate(publishedOn),
    kind,
    language !== 'und' && languageName(language),
    wordCount > 0 && counted(wordCount, 'word'),
    counted(statements, 'statement'),
    // may be cut first
    author,
  ].filter(Boolean)
  // Each part keeps its own direction: a Latin date after an Arabic name must not change places with it.
  const line = parts.map((part, index) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: the parts have no identity but their place
    <Fragment key={index}>
      {index > 0 && ' · '}
      <bdi>{part}</bdi>
    </Fragment>
  ))
  return (
    <span className="docline clip">
      {onEdit ? (
        <button type="button" className="docline__edit clip" title={t('Change the details')} onClick={onEdit}>
          {line}
        </button>
      ) : (
        <span className="clip">{line}</span>
      )}
      {url && (
        <a href={url} target="_blank" rel="noreferrer noopener" title={url}>
          {t('Source')}
        </a>
      )}
    </span>
  )
}
