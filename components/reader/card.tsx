'use client'

import type { KeyboardEvent, Ref } from 'react'
import { Avatar } from '#/components/ui/avatar.tsx'
import { Icon } from '#/components/ui/icon.tsx'
import { Menu } from '#/components/ui/menu.tsx'
import { MenuItem } from '#/components/ui/menu-item.tsx'
import { showToast } from '#/components/ui/toast-store.ts'
import type { Annotation } from '#/lib/annotation/model.ts'
import { barColour } from './bar-colour.ts'
import { deleteStatement, duplicateStatement } from './change-statement.ts'
import { clockTime } from './clock-time.ts'
import { passageLink } from './passage-link.ts'
import { useModel, useReader } from './reader-context.ts'
import { selectStatement } from './select-passage.ts'
import { StatementChips } from './statement-chips.tsx'
import { quoted, statementHues, statementWords } from './statement-words.ts'
import { openStatement } from './tag-passage.ts'
import { usePeople } from './use-people.ts'

interface CardProps {
  annotation: Annotation
  /** The words as they stand in the text now. */
  words: string
  /** px from the top of the column. */
  top: number
  ref: Ref<HTMLElement>
}

/** A statement beside its line: who, what, the words, who tagged it and when. The active one shows everything. */
export function Card({ annotation, words, top, ref }: CardProps) {
  const model = useModel()
  const codebook = useReader((state) => state.codebook)
  const isActive = useReader((state) => state.activeId === annotation.id)
  const isLit = useReader((state) => state.hoverId === annotation.id)
  const people = usePeople()
  const { id, memos } = annotation
  const author = people(annotation.by)
  const colour = barColour(statementHues(annotation, codebook))
  const hover = (hoverId: string | null) => model.ui.set({ hoverId })

  const onKeyDown = (event: KeyboardEvent<HTMLElement>) => {
    if (event.target !== event.currentTarget) return
    if (event.key === 'Enter') selectStatement(model, id)
    else if (event.key === 'Escape') model.focusText()
    else if (event.key === 'e' && model.can('tag')) openStatement(model, id)
    else if (event.key === 'Delete' || event.key === 'Backspace') deleteStatement(model, id)
    else if (event.key === 'ArrowDown' || event.key === 'ArrowUp') sibling(event.currentTarget, event.key === 'ArrowDown' ? 1 : -1)
    else return
    event.preventDefault()
  }

  return (
    <article
      ref={ref}
      className={['card', isActive && 'is-active', isLit && 'is-lit'].filter(Boolean).join(' ')}
      data-h={colour['data-h']}
      data-id={id}
      style={{ ...colour.style, insetBlockStart: top }}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: a card is one stop of the keyboard and answers Enter
      tabIndex={0}
      aria-label={`Statement: ${statementWords(annotation, codebook)}`}
      aria-current={isActive || undefined}
      onKeyDown={onKeyDown}
      onClick={(event) => {
        if (!(event.target instanceof Element) || !event.target.closest('button, a, [popover]'))
          selectStatement(model, id, { scroll: false })
      }}
      onDoubleClick={() => openStatement(model, id)}
      onPointerEnter={() => hover(id)}
      onPointerLeave={() => hover(null)}
    >
      <StatementChips annotation={annotation} codebook={codebook} />
      <p className="card__q" dir="auto">
        {quoted(words, model.identity.language)}
      </p>
      {isActive &&
        memos.map((memo) => (
          <p key={memo.by} className="card__memo">
            <Icon name="memo" />
            <span dir="auto">
              {memo.by !== annotation.by && <b>{people(memo.by).name}: </b>}
              {memo.text}
            </span>
          </p>
        ))}
      <div className="card__foot">
        <Avatar person={author} small decorative />
        <span>
          {author.id === model.identity.userId ? 'You' : author.name} ·{' '}
          <time dateTime={new Date(annotation.createdAt).toISOString()}>{clockTime(annotation.createdAt)}</time>
        </span>
        <span className="end">
          {!isActive && memos.length > 0 && (
            <span title="Has a memo">
              <Icon name="memo" />
              <span className="sr">Has a memo</span>
            </span>
          )}
          {isActive && <CardMenu id={id} />}
        </span>
      </div>
    </article>
  )
}

function CardMenu({ id }: { id: string }) {
  const model = useModel()
  const passage = model.store.get(id)
  const mayTag = model.can('tag')
  const copyLink = async () => {
    await navigator.clipboard.writeText(passageLink(model.identity, id))
    showToast('Link to this passage copied.')
  }
  return (
    <Menu label="More for this statement" triggerClassName="ibtn ibtn--s" trigger={<Icon name="more" small />} align="end">
      {mayTag && (
        <>
          <MenuItem icon="pencil" onSelect={() => openStatement(model, id)}>
            Edit
          </MenuItem>
          <MenuItem icon="memo" onSelect={() => openStatement(model, id, true)}>
            Memo
          </MenuItem>
          <MenuItem icon="copy" onSelect={() => duplicateStatement(model, id)}>
            Duplicate
          </MenuItem>
        </>
      )}
      <MenuItem icon="link" onSelect={copyLink}>
        Copy link
      </MenuItem>
      {passage && model.mayChange(passage) && (
        <MenuItem icon="bin" danger onSelect={() => deleteStatement(model, id)}>
          Delete
        </MenuItem>
      )}
    </Menu>
  )
}

function sibling(card: HTMLElement, by: 1 | -1): void {
  const cards = [...(card.parentElement?.querySelectorAll<HTMLElement>('.card') ?? [])].sort((a, b) => a.offsetTop - b.offsetTop)
  cards[cards.indexOf(card) + by]?.focus()
}
