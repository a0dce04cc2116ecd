'use client'

import { useState } from 'react'
import type { Passage } from '#/components/reader/annotation-store.ts'
import { attachAllStrong, attachTo, type FoundPlace, placesFor } from '#/components/reader/find-again.ts'
import { PlaceList } from '#/components/reader/place-list.tsx'
import { useModel, useReader, useStatements } from '#/components/reader/reader-context.ts'
import { StatementChips } from '#/components/reader/statement-chips.tsx'
import { quoted, shorten, statementWords } from '#/components/reader/statement-words.ts'
import { showUndoToast } from '#/components/reader/undo-toast.ts'
import { Button } from '#/components/ui/button.tsx'
import { showToast } from '#/components/ui/toast-store.ts'
import { counted } from '#/lib/counted.ts'
import type { EditionReport } from '#/lib/edition/report.ts'
import { t } from '#/lib/message/t.ts'
import { outcomeSentence, paragraphSentence } from './edition-sentences.ts'

const QUOTE_LENGTH = 240
/** Statements whose places are looked for at once: each takes some milliseconds of a long text. */
const MOST_LISTED = 100

/** What a new edition did, and the statements that now need somebody to say where they belong. */
export function EditionResult({ report }: { report: EditionReport }) {
  const model = useModel()
  useStatements()
  const { kept, changed, lost } = report.statements
  const waiting = lost.flatMap(({ annotationId, before }) => {
    const passage = model.store.get(annotationId)
    return passage?.state === 'orphan' ? [{ passage, before }] : []
  })
  const detached = waiting.filter(({ passage }) => model.mayChange(passage))
  // The text may arrive after the answer: until then the statements still stand where they stood.
  const [wereSeen, setSeen] = useState(false)
  if (waiting.length > 0 && !wereSeen) setSeen(true)
  return (
    <div className="edition">
      <p role="status">
        {paragraphSentence(report.paragraphs)} <b>{outcomeSentence(kept + changed.length, lost.length)}</b>
      </p>
      {wereSeen && waiting.length === 0 && <p>{t('All of them are attached again.')}</p>}
      {waiting.length > 0 && detached.length === 0 && <p>{t('Those who tagged them can attach them again.')}</p>}
      {detached.length > 0 && <Detached detached={detached} />}
    </div>
  )
}

/** A detached statement, and the words that it lost. */
interface DetachedPassage {
  passage: Passage
  before: string
}

function Detached({ detached: all }: { detached: readonly DetachedPassage[] }) {
  const model = useModel()
  const [listed] = useState(() => new Set(all.slice(0, MOST_LISTED).map(({ passage }) => passage.annotation.id)))
  const detached = all.filter(({ passage }) => listed.has(passage.annotation.id))
  const others = all.length - detached.length
  // Looked for once, not at every change of the text: the places follow their words by themselves.
  const [found] = useState(() => new Map(detached.map(({ passage }) => [passage.annotation.id, placesFor(model, passage.annotation)])))
  const strong = detached.flatMap(({ passage }) => {
    const { id } = passage.annotation
    const place = found.get(id)?.strong
    return place ? [{ id, place }] : []
  })
  const attachStrong = () => {
    const attached = attachAllStrong(model, strong)
    showUndoToast(model, t('{statements} attached.', { statements: counted(attached, 'statement') }))
  }
  return (
    <section aria-label={t('Statements that lost all their words')}>
      <h3>{t('Where do these belong?')}</h3>
      <p className="faint">{t('Nothing is attached unless you say so. What you leave stays in the list of detached statements.')}</p>
      {strong.length > 1 && (
        <Button onClick={attachStrong}>{t('Attach {matchs}', { matchs: counted(strong.length, 'clear match') })}</Button>
      )}
      <ul className="edition__list">
        {detached.map(({ passage, before }) => (
          <li key={passage.annotation.id}>
            <DetachedStatement passage={passage} before={before} places={found.get(passage.annotation.id)?.places ?? []} />
          </li>
        ))}
      </ul>
      {others > 0 && <p className="faint">{t('{others} more are in the list of detached statements.', { others })}</p>}
    </section>
  )
}

function DetachedStatement({ passage: { annotation }, before, places }: DetachedPassage & { places: readonly FoundPlace[] }) {
  const model = useModel()
  const codebook = useReader((state) => state.codebook)
  const attach = (place: FoundPlace) => {
    const done = attachTo(model, annotation.id, place, 'import')
    if (done) showUndoToast(model, t('Statement attached.'))
    else showToast(t('These words have just been deleted.'))
  }
  return (
    <section aria-label={t('Detached statement: {annotation}', { annotation: statementWords(annotation, codebook) })}>
      <StatementChips annotation={annotation} codebook={codebook} />
      <p className="incontext" dir="auto">
        <b>{quoted(shorten(before, QUOTE_LENGTH), model.identity.language)}</b>
      </p>
      <PlaceList places={places} onAttach={attach} />
    </section>
  )
}
