'use client'

import { useState } from 'react'
import { useModel, useReader, useStatements } from '#/components/reader/reader-context.ts'
import { selectStatement } from '#/components/reader/select-passage.ts'
import { StatementChips } from '#/components/reader/statement-chips.tsx'
import { quoted, shorten, statementWords } from '#/components/reader/statement-words.ts'
import { t } from '#/lib/message/t.ts'
import { messagesOf, type Thread as ThreadOf, unreadOf } from '#/lib/talk/thread.ts'
import { Thread } from './thread.tsx'
import { useTalk } from './use-talk.ts'

const QUOTE_LENGTH = 140

/** All discussions of the document: new ones first, then open ones, then resolved ones; also of statements that are gone. */
export function CommentsList() {
  const threads = useTalk((state) => state.threads)
  const sorted = [...threads.values()].sort((a, b) => rank(a) - rank(b) || lastAt(b) - lastAt(a))
  return (
    <ul className="commentslist">
      {sorted.map((thread) => (
        <li key={thread.annotationId} className="card card--listed">
          <ListedThread thread={thread} />
        </li>
      ))}
    </ul>
  )
}

const rank = (thread: ThreadOf) => (unreadOf(thread) > 0 ? 0 : thread.isResolved ? 2 : 1)
const lastAt = ({ entries }: ThreadOf) => entries.at(-1)?.at ?? 0

function ListedThread({ thread }: { thread: ThreadOf }) {
  const model = useModel()
  const codebook = useReader((state) => state.codebook)
  useStatements()
  const [isOpen, setOpen] = useState(false)
  const { annotationId } = thread
  const passage = model.store.get(annotationId)
  const range = model.rangeOf(annotationId)
  const words = shorten(range ? model.words(range) : (passage?.annotation.quote.exact ?? thread.quote), QUOTE_LENGTH)
  const last = messagesOf(thread).at(-1)
  return (
    <section
      aria-label={
        passage
          ? t('Comments on: {annotation}', { annotation: statementWords(passage.annotation, codebook) })
          : t('Comments on a statement that was deleted')
      }
    >
      {passage && <StatementChips annotation={passage.annotation} codebook={codebook} />}
      <p className="card__q card__q--long" dir="auto">
        {quoted(words, model.identity.language)}
      </p>
      {!range && (
        <p className="card__note">
          {passage
            ? t('The words of this statement were deleted; it is under Detached.')
            : t('This statement was deleted. Its comments are kept.')}
        </p>
      )}
      <div className="row commentslist__acts">
        {range && (
          <button type="button" className="linkbtn" onClick={() => selectStatement(model, annotationId, { flash: true })}>
            {t('Show in the text')}
          </button>
        )}
        {!isOpen && (
          <button type="button" className="linkbtn" aria-expanded={false} onClick={() => setOpen(true)}>
            {last ? t('Open comments') : t('Open')}
          </button>
        )}
      </div>
      {isOpen ? <Thread annotationId={annotationId} /> : <LastWord thread={thread} />}
    </section>
  )
}

function LastWord({ thread }: { thread: ThreadOf }) {
  const said = messagesOf(thread)
  const last = said.at(-1)
  const unread = unreadOf(thread)
  if (!last) return null
  return (
    <p className="thread__note" dir="auto">
      {thread.isResolved && <span className="chip chip--ghost">{t('Resolved')}</span>} {shorten(last.text, QUOTE_LENGTH)}{' '}
      <span className="faint num">
        {said.length > 1 && t('· {said} comments', { said: said.length })}
        {unread > 0 && ` ${t('· {unread} new', { unread })}`}
      </span>
    </p>
  )
}
