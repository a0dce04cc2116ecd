'use client'

import { type MouseEvent, useMemo, useRef } from 'react'
import { quoted, shorten } from '#/components/reader/statement-words.ts'
import { counted } from '#/lib/counted.ts'
import { langAttribute } from '#/lib/document/language-name.ts'
import { t } from '#/lib/message/t.ts'
import { blocksText } from '#/lib/text/block.ts'
import type { PointState } from '#/lib/version/history.ts'
import { useHistoryPlace } from './history-context.ts'
import { paintedSegments } from './painted-segments.ts'
import { pointBlocks } from './point-blocks.ts'
import { readTags } from './read-tags.ts'
import { sectionsOf, TextSection } from './shown-text.tsx'
import { type ListedStatement, StatementList } from './statement-list.tsx'
import { usePlaces } from './use-places.ts'

/** Characters of a quote on a card. */
const QUOTE = 160

/** A document as it was at one point: its text with its passages, and its statements. */
export function AsItWas({ state, label }: { state: PointState; label: string }) {
  const { codebook, language, direction } = useHistoryPlace()
  const text = useRef<HTMLElement>(null)
  const sections = useMemo(() => sectionsOf(pointBlocks(state.blocks, paintedSegments(state.statements, codebook))), [state, codebook])
  const places = usePlaces(text, sections)
  const statements = useMemo(() => listed(state, language), [state, language])

  const onClick = (event: MouseEvent) => {
    const ids = event.target instanceof Element && event.target.closest<HTMLElement>('[data-a]')?.dataset.a?.split(' ')
    if (ids) places.choose(ids[(ids.indexOf(places.activeId ?? '') + ids.length) % ids.length] ?? null)
  }
  return (
    <div className="past" dir={direction}>
      {/* biome-ignore lint/a11y/useKeyWithClickEvents: the cards are the way of the keyboard */}
      <article
        ref={text}
        className="doc"
        id="doc"
        lang={langAttribute(language)}
        dir={direction}
        aria-label={t('Text at {label}', { label })}
        // biome-ignore lint/a11y/noNoninteractiveTabindex: a long text is scrolled with the keyboard
        tabIndex={0}
        onClick={onClick}
      >
        {sections.map((blocks, i) => (
          <TextSection key={String(i)} blocks={blocks} />
        ))}
      </article>
      <section className="past__side" aria-label={t('Statements then')} dir="ltr">
        <h2 className="label">
          {statements.length === 0
            ? t('No statements then')
            : t('{statements} then', { statements: counted(statements.length, 'statement') })}
        </h2>
        <StatementList label={t('Statements then')} statements={statements} places={places} />
      </section>
    </div>
  )
}

/** In the order of the text, those without words last. */
function listed({ blocks, statements }: PointState, language: string): ListedStatement[] {
  const text = blocksText(blocks)
  return statements
    .toSorted((a, b) => (a.start ?? text.length) - (b.start ?? text.length))
    .map((statement) => {
      const { annotationId: id, by, start, end } = statement
      const quote = start === null || end === null ? null : quoted(shorten(text.slice(start, end), QUOTE), language)
      return {
        id,
        by,
        ...readTags(statement),
        said: quote === null ? t('Detached') : '',
        content:
          quote === null ? (
            <p className="card__note">{t('Its words were not in the text.')}</p>
          ) : (
            <p className="card__q card__q--long" dir="auto">
              {quote}
            </p>
          ),
      }
    })
}
