'use client'

import { type KeyboardEvent, memo, type RefCallback } from 'react'
import type { Annotation } from '#/lib/annotation/model.ts'
import { t } from '#/lib/message/t.ts'
import { barColour } from './bar-colour.ts'
import { CardBody } from './card-body.tsx'
import { deleteStatement } from './change-statement.ts'
import { hoverStatement } from './hover-statement.ts'
import { useModel, useReader } from './reader-context.ts'
import { selectStatement } from './select-passage.ts'
import { statementWords } from './statement-words.ts'
import { openStatement } from './tag-passage.ts'

interface CardProps {
  annotation: Annotation
  /** The words as they stand in the text now. */
  words: string
  /** px from the top of the column. */
  top: number
  /** Whether it moves to another place in sight of the reader. */
  glides: boolean
  /** Told about the element, so that it can be measured. */
  register: RefCallback<HTMLElement>
}

/** A statement beside its line. Drawn again only when it, its words or its place change. */
export const Card = memo(function Card({ annotation, words, top, glides, register }: CardProps) {
  const model = useModel()
  const codebook = useReader((state) => state.codebook)
  const colouring = useReader((state) => state.colouring)
  const isActive = useReader((state) => state.activeId === annotation.id)
  const isLit = useReader((state) => state.hoverId === annotation.id)
  const { id } = annotation
  const colour = barColour(colouring.huesOf(annotation))

  const onKeyDown = (event: KeyboardEvent<HTMLElement>) => {
    if (event.target !== event.currentTarget) return
    if (event.key === 'Enter') selectStatement(model, id)
    else if (event.key === 'Escape') model.focusText()
    else if (event.key === 'e' && model.can('tag')) openStatement(model, id)
    else if (event.key === 'f' && model.can('tag')) openStatement(model, id, 'details')
    else if (event.key === 'Delete' || event.key === 'Backspace') deleteStatement(model, id)
    else if (event.key === 'ArrowDown' || event.key === 'ArrowUp') goToSibling(event.currentTarget, event.key === 'ArrowDown' ? 1 : -1)
    else return
    event.preventDefault()
  }

  return (
    <article
      ref={register}
      className={['card', isActive && 'is-active', isLit && 'is-lit', glides && 'glides'].filter(Boolean).join(' ')}
      data-h={colour['data-h']}
      data-id={id}
      style={{ ...colour.style, transform: `translateY(${top}px)` }}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: a card is one stop of the keyboard and answers Enter
      tabIndex={0}
      aria-label={t('Statement: {annotation}', { annotation: statementWords(annotation, codebook) })}
      aria-current={isActive || undefined}
      onKeyDown={onKeyDown}
      onClick={(event) => {
        const { target } = event
        if (!(target instanceof Element) || target.closest('button, a, textarea, [popover], .thread')) return
        // Of the open card a chip opens what it stands for.
        if (isActive && target.closest('.card__tags .chip') && event.detail === 1) openStatement(model, id)
        else selectStatement(model, id, { scroll: false })
      }}
      onDoubleClick={(event) => {
        const isTalk = event.target instanceof Element && event.target.closest('.thread')
        if (!isTalk) openStatement(model, id)
      }}
      onPointerEnter={() => hoverStatement(model, id)}
      onPointerLeave={() => hoverStatement(model, null)}
    >
      <CardBody annotation={annotation} words={words} isActive={isActive} />
    </article>
  )
})

function goToSibling(card: HTMLElement, by: 1 | -1): void {
  const cards = [...(card.parentElement?.querySelectorAll<HTMLElement>('.card') ?? [])].sort(
    (a, b) => a.getBoundingClientRect().top - b.getBoundingClientRect().top,
  )
  cards[cards.indexOf(card) + by]?.focus()
}
