'use client'

import { useId, useState } from 'react'
import { Thread } from '#/components/talk/thread.tsx'
import { useThread } from '#/components/talk/use-talk.ts'
import { Button } from '#/components/ui/button.tsx'
import { moveAnchor } from '#/lib/annotation/commands.ts'
import type { Quote } from '#/lib/annotation/model.ts'
import { counted } from '#/lib/counted.ts'
import { t } from '#/lib/message/t.ts'
import type { Passage } from './annotation-store.ts'
import { capturePassage } from './canonical-range.ts'
import { deleteStatement } from './change-statement.ts'
import { attachFound, isPlaceKnown, placesFor, showWhereItWas } from './find-again.ts'
import { PlaceList } from './place-list.tsx'
import { QuoteInContext } from './quote-in-context.tsx'
import { useModel, useReader } from './reader-context.ts'
import type { ReaderModel } from './reader-model.ts'
import { selectStatement } from './select-passage.ts'
import { StatementChips } from './statement-chips.tsx'
import { StatementFacts } from './statement-facts.tsx'
import { shorten, statementWords } from './statement-words.ts'
import { showUndoToast } from './undo-toast.ts'

const QUOTE_LENGTH = 400

interface DetachedCardProps {
  passage: Passage
  /** The last words it had. */
  quote: Quote
}

/** A statement whose words were deleted: the last words it had, and the ways back. */
export function DetachedCard({ passage, quote }: DetachedCardProps) {
  const { annotation } = passage
  const model = useModel()
  const codebook = useReader((state) => state.codebook)
  const { exact, prefix, suffix } = quote
  const isDiscussed = useThread(annotation.id) !== undefined
  return (
    <section aria-label={t('Detached statement: {annotation}', { annotation: statementWords(annotation, codebook) })}>
      <StatementChips annotation={annotation} codebook={codebook} />
      <StatementFacts annotation={annotation} isFull />
      <QuoteInContext
        className="card__lost"
        prefix={prefix}
        words={shorten(exact, QUOTE_LENGTH)}
        suffix={suffix}
        language={model.identity.language}
      />
      <p className="card__note">{t('These words were deleted. Undo brings them back, or attach the statement to other words.')}</p>
      {isPlaceKnown(model, annotation) && (
        <button
          type="button"
          className="linkbtn"
          onBlur={() => model.ui.set({ preview: null })}
          onClick={() => showWhereItWas(model, annotation)}
        >
          {t('Show where it was')}
        </button>
      )}
      {isDiscussed && <Thread annotationId={annotation.id} />}
      {model.mayChange(passage) && <WaysBack passage={passage} quote={quote} />}
    </section>
  )
}

function WaysBack({ passage: { annotation }, quote }: DetachedCardProps) {
  const model = useModel()
  const hasSelection = useReader((state) => state.selection !== null)
  const [found, setFound] = useState<ReturnType<typeof placesFor> | null>(null)
  const id = useId()
  const find = () => {
    const next = found ? null : placesFor(model, { ...annotation, quote })
    setFound(next)
    if (next)
      model.announce(
        next.places.length === 0
          ? t('Nothing like these words was found.')
          : t('{places} found.', { places: counted(next.places.length, 'place') }),
      )
  }
  return (
    <>
      <div className="card__acts card__acts--wrap">
        <Button icon="search" aria-expanded={found !== null} aria-controls={id} onClick={find}>
          {t('Find again')}
        </Button>
        <Button
          disabled={!hasSelection}
          title={hasSelection ? undefined : t('Select words in the text first')}
          onClick={() => attachToSelection(model, annotation.id)}
        >
          {t('Attach to selected words')}
        </Button>
        <Button look="quiet" onClick={() => deleteStatement(model, annotation.id)}>
          {t('Delete')}
        </Button>
      </div>
      <div id={id}>{found && <PlaceList places={found.places} onAttach={(place) => attachFound(model, annotation.id, place)} />}</div>
    </>
  )
}

function attachToSelection(model: ReaderModel, id: string): void {
  const { selection } = model.ui.get()
  const captured = selection && model.view && capturePassage(model.view.state.doc, model.source.text, selection)
  if (!captured) return
  const { runs, quote } = captured
  moveAnchor(model.layer, id, { runs, quote, how: 'found' }, model.identity.userId, model.origin)
  selectStatement(model, id)
  showUndoToast(model, t('Statement attached to the selected words.'))
}
