'use client'

import type { RefCallback } from 'react'
import { Button } from '#/components/ui/button.tsx'
import { restoreAnnotation } from '#/lib/annotation/commands.ts'
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
      aria-label={`Deleted statement: ${statementWords(annotation, codebook)}`}
    >
      <StatementChips annotation={annotation} codebook={codebook} />
      <p className="card__q" dir="auto">
        {quoted(shorten(quote.exact, 220), model.identity.language)}
      </p>
      <div className="card__news" role="status">
        <p>
          <bdi>{by === null ? 'Somebody' : people(by).name.split(' ')[0]}</bdi> deleted this.
          {!mayRestore && ' They or an editor can bring it back.'}
        </p>
      </div>
      <div className="card__acts">
        {mayRestore && <Button onClick={() => restoreAnnotation(model.layer, id, model.origin)}>Restore</Button>}
        <Button look="quiet" onClick={() => leaveStatement(model)}>
          Close
        </Button>
      </div>
    </article>
  )
}
