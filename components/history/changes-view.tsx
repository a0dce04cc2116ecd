'use client'

import { useMemo, useRef, useState } from 'react'
import { Icon } from '#/components/ui/icon.tsx'
import { counted } from '#/lib/counted.ts'
import { langAttribute } from '#/lib/document/language-name.ts'
import { t } from '#/lib/message/t.ts'
import type { Comparison, PointState } from '#/lib/version/history.ts'
import { ChangeContent } from './change-content.tsx'
import { changedStatements } from './changed-statements.ts'
import { statementChangeWords } from './comparison-words.ts'
import { diffBlocks } from './diff-blocks.ts'
import { diffPlaces } from './diff-place.ts'
import { foldUnchanged, type Stretch } from './fold-unchanged.ts'
import { useHistoryPlace } from './history-context.ts'
import { paintedSegments } from './painted-segments.ts'
import { readTags } from './read-tags.ts'
import { type ShownDiffBlock, shownDiff } from './shown-diff.ts'
import { sectionsOf, TextSection } from './shown-text.tsx'
import { type ListedStatement, StatementList } from './statement-list.tsx'
import { usePlaces } from './use-places.ts'

interface ChangesViewProps {
  comparison: Comparison
  before: PointState
  after: PointState
  /** Both points in a sentence. */
  labels: { before: string; after: string }
}

/** Two points laid over each other: words that came and went, and the statements that differ. */
export function ChangesView({ comparison, before, after, labels }: ChangesViewProps) {
  const { codebook, language, direction } = useHistoryPlace()
  const text = useRef<HTMLElement>(null)
  const { blocks, statements } = useMemo(() => {
    const diff = diffBlocks(comparison.text)
    const changed = changedStatements(comparison, before, after, diffPlaces(diff))
    const segments = paintedSegments(
      changed.map(({ statement }) => statement),
      codebook,
    )
    return { blocks: shownDiff(diff, before.blocks, after.blocks, segments), statements: changed }
  }, [comparison, before, after, codebook])
  const stretches = useMemo(() => foldUnchanged(blocks), [blocks])
  const [opened, setOpened] = useState<ReadonlySet<number>>(new Set())
  const places = usePlaces(text, opened)
  const listed: ListedStatement[] = statements.map(({ change, statement }) => ({
    id: change.annotationId,
    by: change.by,
    ...readTags(statement),
    said: statementChangeWords(change),
    content: <ChangeContent change={change} />,
  }))
  return (
    <div className="past" dir={direction}>
      <article
        ref={text}
        className="doc doc--diff"
        id="doc"
        lang={langAttribute(language)}
        dir={direction}
        aria-label={t('Changes from {before} to {after}', { before: labels.before, after: labels.after })}
        // biome-ignore lint/a11y/noNoninteractiveTabindex: a long text is scrolled with the keyboard
        tabIndex={0}
      >
        {stretches.map((stretch) => (
          <DiffStretch
            key={stretch.from}
            stretch={stretch}
            blocks={blocks}
            isOpen={opened.has(stretch.from)}
            onOpen={() => setOpened(new Set([...opened, stretch.from]))}
          />
        ))}
      </article>
      <section className="past__side" aria-label={t('Changed statements')} dir="ltr">
        <h2 className="label">
          {listed.length === 0 ? t('No statement changed') : t('{statements} changed', { statements: counted(listed.length, 'statement') })}
        </h2>
        <StatementList label={t('Changed statements')} statements={listed} places={places} />
      </section>
    </div>
  )
}

interface DiffStretchProps {
  stretch: Stretch
  blocks: readonly ShownDiffBlock[]
  isOpen: boolean
  onOpen: () => void
}

function DiffStretch({ stretch: { from, to, isFolded }, blocks, isOpen, onOpen }: DiffStretchProps) {
  const sections = useMemo(() => sectionsOf(blocks.slice(from, to)), [blocks, from, to])
  if (isFolded && !isOpen) {
    return (
      <button type="button" className="fold" dir="ltr" onClick={onOpen}>
        <Icon name="down" small />
        {counted(to - from, 'unchanged paragraph')}. <u>{t('Show')}</u>
      </button>
    )
  }
  return sections.map((section, i) => <TextSection key={String(i)} blocks={section} />)
}
