'use client'

import { useEffect, useRef, useState } from 'react'
import { Thread } from '#/components/talk/thread.tsx'
import { Avatar } from '#/components/ui/avatar.tsx'
import { Icon } from '#/components/ui/icon.tsx'
import { IconButton } from '#/components/ui/icon-button.tsx'
import type { Annotation } from '#/lib/annotation/model.ts'
import { langAttribute } from '#/lib/document/language-name.ts'
import { t } from '#/lib/message/t.ts'
import { clockTime } from './clock-time.ts'
import { ImportantMark } from './important-mark.tsx'
import { keepAboveSheet } from './keep-above-sheet.ts'
import { useModel, useReader, useStatements } from './reader-context.ts'
import { leaveStatement, step } from './select-passage.ts'
import { StatementChips } from './statement-chips.tsx'
import { StatementFacts } from './statement-facts.tsx'
import { quoted, shorten } from './statement-words.ts'
import { usePeople } from './use-people.ts'
import { useSwipe } from './use-swipe.ts'

/** On phones: the tapped statement in a sheet at the bottom. Swipe sideways for the next one, down to close. */
export function StatementSheet() {
  const model = useModel()
  const activeId = useReader((state) => state.activeId)
  useStatements()
  const annotation = activeId === null ? undefined : model.store.get(activeId)?.annotation
  return annotation ? <Sheet annotation={annotation} /> : null
}

function Sheet({ annotation }: { annotation: Annotation }) {
  const model = useModel()
  const codebook = useReader((state) => state.codebook)
  const people = usePeople()
  const sheet = useRef<HTMLElement>(null)
  const [scrolled, setScrolled] = useState(false)
  const swipe = useSwipe((meant) => (meant === 'close' ? leaveStatement(model) : step(model, meant === 'next' ? 1 : -1)))
  const { id } = annotation
  const { language } = model.identity
  const range = model.rangeOf(id)
  const author = people(annotation.by)

  useEffect(() => {
    if (!sheet.current) return
    sheet.current.scrollTop = 0
    keepAboveSheet(model, id, sheet.current)
  }, [model, id])

  return (
    <section
      ref={sheet}
      className="bsheet"
      aria-label={t('Statement')}
      data-scrolled={scrolled}
      onScroll={(event) => setScrolled(event.currentTarget.scrollTop > 0)}
      {...swipe}
    >
      <div className="bsheet__top">
        <IconButton icon="left" label={t('Previous statement')} onClick={() => step(model, -1)} />
        <span className="bsheet__handle" />
        <IconButton icon="right" label={t('Next statement')} onClick={() => step(model, 1)} />
        <IconButton icon="x" label={t('Close')} onClick={() => leaveStatement(model)} />
      </div>
      <StatementChips annotation={annotation} codebook={codebook} />
      <StatementFacts annotation={annotation} isFull />
      <p className="bsheet__q" dir="auto" lang={langAttribute(language)}>
        {quoted(shorten(range ? model.words(range) : annotation.quote.exact, 300), language)}
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
          {author.id === model.identity.userId ? t('You') : <bdi>{author.name}</bdi>} · {clockTime(annotation.createdAt)}
        </span>
        <span className="end">
          <ImportantMark annotation={annotation} />
        </span>
      </div>
      <Thread key={id} annotationId={id} />
    </section>
  )
}
