'use client'

import { type KeyboardEvent, type ReactNode, useEffect, useRef, useState } from 'react'
import { nextRow } from '#/components/codebook/row-keys.ts'
import { barColour } from '#/components/reader/bar-colour.ts'
import { StatementChips } from '#/components/reader/statement-chips.tsx'
import { statementHues, statementWords } from '#/components/reader/statement-words.ts'
import { usePeople } from '#/components/reader/use-people.ts'
import { Avatar } from '#/components/ui/avatar.tsx'
import { Button } from '#/components/ui/button.tsx'
import type { Annotation } from '#/lib/annotation/model.ts'
import { t } from '#/lib/message/t.ts'
import { useHistoryPlace } from './history-context.ts'
import type { Places } from './use-places.ts'

/** A statement of the past beside the text. */
export interface ListedStatement extends Pick<Annotation, 'actors' | 'themes'> {
  id: string
  by: string
  /** What happened to it, before its chips; empty when nothing. */
  said: string
  content: ReactNode
}

/** Drawn at once; the rest on demand. */
const SHOWN = 100

/** Statements as cards: one tab stop, arrows move, Enter goes to the words. */
export function StatementList({ label, statements, places }: { label: string; statements: readonly ListedStatement[]; places: Places }) {
  const [shown, setShown] = useState(SHOWN)
  const list = useRef<HTMLUListElement>(null)
  const { activeId } = places
  const stop = statements.some(({ id }) => id === activeId) ? activeId : statements[0]?.id

  useEffect(() => {
    if (activeId) list.current?.querySelector(`[data-id="${CSS.escape(activeId)}"]`)?.scrollIntoView({ block: 'nearest' })
  }, [activeId])

  return (
    <>
      <ul ref={list} className="pastlist" aria-label={label} onKeyDown={(event) => nextRow(event, '.card')}>
        {statements.slice(0, shown).map((statement) => (
          <li key={statement.id}>
            <PastCard statement={statement} isActive={statement.id === activeId} isStop={statement.id === stop} onGo={places.goTo} />
          </li>
        ))}
      </ul>
      {statements.length > shown && (
        <Button look="quiet" onClick={() => setShown(shown + SHOWN)}>
          {t('Show {math} more', { math: Math.min(SHOWN, statements.length - shown) })}
        </Button>
      )}
    </>
  )
}

interface PastCardProps {
  statement: ListedStatement
  isActive: boolean
  isStop: boolean
  onGo: (id: string) => void
}

function PastCard({ statement, isActive, isStop, onGo }: PastCardProps) {
  const { codebook } = useHistoryPlace()
  const people = usePeople()
  const { id, by, said, content } = statement
  const author = people(by)
  const words = statementWords(statement, codebook)
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'Enter') return
    event.preventDefault()
    onGo(id)
  }
  return (
    <article
      className={isActive ? 'card pastcard is-active' : 'card pastcard'}
      {...barColour(statementHues(statement, codebook))}
      data-id={id}
      tabIndex={isStop ? 0 : -1}
      aria-label={said ? `${said}: ${words}` : t('Statement: {words}', { words })}
      aria-current={isActive || undefined}
      onKeyDown={onKeyDown}
      onClick={() => onGo(id)}
    >
      {said && <p className="pastcard__said">{said}</p>}
      <StatementChips annotation={statement} codebook={codebook} />
      {content}
      <div className="card__foot">
        <Avatar person={author} small decorative />
        <bdi>{author.name}</bdi>
      </div>
    </article>
  )
}
