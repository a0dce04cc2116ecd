'use client'

import { QuoteInContext } from '#/components/reader/quote-in-context.tsx'
import { useModel, useObservable, useReader } from '#/components/reader/reader-context.ts'
import { StatementChips } from '#/components/reader/statement-chips.tsx'
import { quoted, shorten } from '#/components/reader/statement-words.ts'
import { Icon } from '#/components/ui/icon.tsx'
import type { OfferedEdition } from '#/lib/edition/offered-edition.ts'
import type { ChangedStatement, LostStatement } from '#/lib/edition/report.ts'
import { t } from '#/lib/message/t.ts'
import { paragraphSentence, percentKept, statementSentence } from './edition-sentences.ts'

/** Statements of each sort that are listed; more would not be read. */
const MOST_LISTED = 100
const QUOTE_LENGTH = 240

/** What a file would do to the text and its statements. */
export function EditionOffer({ offered }: { offered: OfferedEdition }) {
  const { report, notes, fileName } = offered
  const { verdict, survival, paragraphs, statements } = report
  const model = useModel()
  const differs = useObservable(model.comparison.state, (state) => state.differs)
  const latest = useObservable(model.comparison.state, (state) => state.editions[0]?.edition ?? 1)
  if (verdict === 'same')
    return (
      <p>
        {t('The text of “')}
        <bdi>{fileName}</bdi>
        {t('” is the same as the text here, word for word. There is nothing to apply.')}
      </p>
    )
  return (
    <div className="edition">
      {verdict === 'unrelated' && (
        <p className="edition__warn" role="alert">
          {t('Only {survival} of this text is in “', { survival: percentKept(survival) })}
          <bdi>{fileName}</bdi>
          {t('”. It looks like another source, not like a new edition of this one.')}
        </p>
      )}
      <p className="faint clip">
        {t('From “')}
        <bdi>{fileName}</bdi>”
      </p>
      <p>
        <b>{paragraphSentence(paragraphs)}</b> {t('{survival} of the present text stays.', { survival: percentKept(survival) })}
      </p>
      <p>
        <b>{statementSentence(statements)}</b>
      </p>
      {notes.map((note) => (
        <p key={note} className="faint">
          {note}
        </p>
      ))}
      {differs && (
        <p className="edition__note">
          <Icon name="alert" />
          <span>
            <b>
              {t('The team edited this text since {value}.', { value: latest === 1 ? t('import') : t('edition {latest}', { latest }) })}
            </b>{' '}
            {t('Where the file says something else, the file wins. The text as it is now stays in the history.')}
          </span>
        </p>
      )}
      {statements.lost.length > 0 && <LostList lost={statements.lost} />}
      {statements.changed.length > 0 && <ChangedList changed={statements.changed} />}
      <p className="faint">
        {!differs && `${t('The text as it is now stays in the history.')} `}
        {t('What others type until you apply is kept.')}
      </p>
    </div>
  )
}

function LostList({ lost }: { lost: readonly LostStatement[] }) {
  const { identity } = useModel()
  return (
    <section aria-label={t('Statements that lose all their words')}>
      <h3>{t('They lose all their words')}</h3>
      <p className="faint">{t('They are kept in the list of detached statements. After applying you decide where each belongs.')}</p>
      <ul className="edition__list">
        {lost.slice(0, MOST_LISTED).map(({ annotationId, before, candidates }) => (
          <li key={annotationId}>
            <Chips id={annotationId} />
            <p className="incontext" dir="auto">
              <b>{quoted(shorten(before, QUOTE_LENGTH), identity.language)}</b>
            </p>
            {candidates[0] ? (
              <div className="edition__maybe">
                <span className="faint">
                  {t('Perhaps{value}:', {
                    value: candidates.length > 1 ? t(', of {candidates} places', { candidates: candidates.length }) : '',
                  })}
                </span>
                <QuoteInContext {...candidates[0]} words={shorten(candidates[0].words, QUOTE_LENGTH)} language={identity.language} />
              </div>
            ) : (
              <p className="faint">{t('Nothing like it is in the file.')}</p>
            )}
          </li>
        ))}
      </ul>
      <More count={lost.length} />
    </section>
  )
}

function ChangedList({ changed }: { changed: readonly ChangedStatement[] }) {
  return (
    <section aria-label={t('Statements whose words change')}>
      <h3>{t('Their words change')}</h3>
      <ul className="edition__list">
        {changed.slice(0, MOST_LISTED).map(({ annotationId, before, after }) => (
          <li key={annotationId}>
            <Chips id={annotationId} />
            <p className="incontext" dir="auto">
              <span className="sr">{t('Before:')} </span>
              <del>{shorten(before, QUOTE_LENGTH)}</del>
            </p>
            <p className="incontext" dir="auto">
              <span className="sr">{t('After:')} </span>
              <b>{shorten(after, QUOTE_LENGTH)}</b>
            </p>
          </li>
        ))}
      </ul>
      <More count={changed.length} />
    </section>
  )
}

function More({ count }: { count: number }) {
  return count > MOST_LISTED ? <p className="faint">{t('And {count} more.', { count: count - MOST_LISTED })}</p> : null
}

function Chips({ id }: { id: string }) {
  const { store } = useModel()
  const codebook = useReader((state) => state.codebook)
  const annotation = store.get(id)?.annotation
  return annotation ? <StatementChips annotation={annotation} codebook={codebook} /> : null
}
