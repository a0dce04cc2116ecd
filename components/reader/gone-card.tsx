'use client'

import type { RefCallback } from 'react'
import { Button } from '#/components/ui/button.tsx'
import { restoreAnnotation } from '#/lib/annotation/commands.ts'
import { t } from '#/lib/message/t.ts'
import type { GoneStatement } from './news.ts'
import { useModel, useReader } from './reader-context.ts'
import { leaveStatement } from './select-passage.ts'
import { StatementChips } from './statement-chips.tsx'
import { quoted, shorten, statementWords } from './statement-words.ts'
import { usePeople } from './use-people.ts'

interface GoneCardProps {
  gone: GoneStatement
  /** px from the top of the column. */
  top: number
  register: RefCallback<HTMLElement>
}

/** The open card after somebody else deleted its statement. It stays until it is left. */
export function GoneCard({ gone: { annotation, by }, top, register }: GoneCardProps) {
  const model = useModel()
  const codebook = useReader((state) => state.codebook)
  const people = usePeople()
  const { id, quote } = annotation
  // The server takes a restored statement from whoever deleted it and from moderators.
  const mayRestore = model.can('moderate-tags')
  return (
    <article
      ref={register}
      className="card card--gone is-active"
      data-id={id}
      style={{ transform: `translateY(${top}px)` }}
      aria-label={t('Deleted statement: {annotation}', { annotation: statementWords(annotation, codebook) })}
    >
      <StatementChips annotation={annotation} codebook={codebook} />
      <p className="card__q" dir="auto">
        {quoted(shorten(quote.exact, 220), model.identity.language)}
      </p>
      <div className="card__news" role="status">
        <p>
          <bdi>{by === null ? t('Somebody') : people(by).name.split(' ')[0]}</bdi> {t('deleted this.')}
          {!mayRestore && ` ${t('They or an editor can bring it back.')}`}
        </p>
      </div>
      <div className="card__acts">
        {mayRestore && <Button onClick={() => restoreAnnotation(model.layer, id, model.origin)}>{t('Restore')}</Button>}
        <Button look="quiet" onClick={() => leaveStatement(model)}>
          {t('Close')}
        </Button>
      </div>
    </article>
  )
}
