'use client'

import { type PointerEvent, useRef } from 'react'
import { Thread } from '#/components/talk/thread.tsx'
import { Avatar } from '#/components/ui/avatar.tsx'
import { Icon } from '#/components/ui/icon.tsx'
import { IconButton } from '#/components/ui/icon-button.tsx'
import { clockTime } from './clock-time.ts'
import { useModel, useReader, useStatements } from './reader-context.ts'
import { leaveStatement, step } from './select-passage.ts'
import { StatementChips } from './statement-chips.tsx'
import { StatementFacts } from './statement-facts.tsx'
import { quoted, shorten } from './statement-words.ts'
import { usePeople } from './use-people.ts'

/** A swipe shorter than this is a tap, px. */
const SWIPE = 40

/** On phones: the tapped statement in a sheet at the bottom. Swipe sideways for the next one, down to close. */
export function StatementSheet() {
  const model = useModel()
  const activeId = useReader((state) => state.activeId)
  const codebook = useReader((state) => state.codebook)
  const people = usePeople()
  const from = useRef<{ x: number; y: number } | null>(null)
  useStatements()
  const annotation = activeId === null ? undefined : model.store.get(activeId)?.annotation
  if (!annotation) return null
  const range = model.rangeOf(annotation.id)
  const author = people(annotation.by)

  const onPointerUp = (event: PointerEvent) => {
    if (!from.current) return
    const [x, y] = [event.clientX - from.current.x, event.clientY - from.current.y]
    from.current = null
    if (y > SWIPE && y > Math.abs(x)) leaveStatement(model)
    else if (Math.abs(x) > SWIPE) step(model, x < 0 ? 1 : -1)
  }

  return (
    <section
      className="bsheet only-small"
      aria-label="Statement"
      onPointerDown={(event) => {
        const isTalk = event.target instanceof Element && event.target.closest('.thread')
        from.current = isTalk ? null : { x: event.clientX, y: event.clientY }
      }}
      onPointerUp={onPointerUp}
    >
      <div className="bsheet__top">
        <IconButton icon="left" label="Previous statement" onClick={() => step(model, -1)} />
        <span className="bsheet__handle" />
        <IconButton icon="right" label="Next statement" onClick={() => step(model, 1)} />
        <IconButton icon="x" label="Close" onClick={() => leaveStatement(model)} />
      </div>
      <StatementChips annotation={annotation} codebook={codebook} />
      <StatementFacts annotation={annotation} isFull />
      <p className="bsheet__q" dir="auto">
        {quoted(shorten(range ? model.words(range) : annotation.quote.exact, 300), model.identity.language)}
      </p>
      {annotation.memos.map((memo) => (
        <p key={memo.by} className="card__memo">
          <Icon name="memo" />
          <span dir="auto">{memo.text}</span>
        </p>
      ))}
      <div className="card__foot">
        <Avatar person={author} small decorative />
        <span>
          {author.id === model.identity.userId ? 'You' : author.name} · {clockTime(annotation.createdAt)}
        </span>
      </div>
      <Thread key={annotation.id} annotationId={annotation.id} />
    </section>
  )
}
