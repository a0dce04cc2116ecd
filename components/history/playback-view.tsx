'use client'

import { type RefObject, useEffect, useMemo, useRef, useState } from 'react'
import { quoted, shorten } from '#/components/reader/statement-words.ts'
import { usePeople } from '#/components/reader/use-people.ts'
import { useColourOf } from '#/components/ui/person-colours.tsx'
import { langAttribute } from '#/lib/document/language-name.ts'
import { t } from '#/lib/message/t.ts'
import type { PlacedStatement, Playback, PointState } from '#/lib/version/history.ts'
import { useHistoryPlace } from './history-context.ts'
import { blockKinds, FramePainter } from './play-blocks.ts'
import { playedWords } from './play-text.ts'
import { PlaybackBar } from './playback-bar.tsx'
import { PlaybackPlayer, type PlayFrame } from './playback-player.ts'
import { readTags } from './read-tags.ts'
import { TextSection } from './shown-text.tsx'
import { type ListedStatement, StatementList } from './statement-list.tsx'
import { usePlaces } from './use-places.ts'
import { usePlayback } from './use-playback.ts'

/** Characters of a quote on a card. */
const QUOTE = 160

interface PlaybackViewProps {
  playback: Playback
  /** The document at both ends of it. */
  ends: { start: PointState; end: PointState }
  /** Opens after the last step up to this row of the log. */
  seq: number
}

/** The history of a document, played: who changed what, one stretch of work after the other. */
export function PlaybackView({ playback, ends, seq }: PlaybackViewProps) {
  const { codebook, language, direction, now } = useHistoryPlace()
  const people = usePeople()
  const colourOf = useColourOf()
  const text = useRef<HTMLElement>(null)
  const [player] = useState(() => new PlaybackPlayer(playback))
  const painter = useMemo(
    () => new FramePainter(blockKinds(player, ends.start.blocks, ends.end.blocks), codebook),
    [player, ends, codebook],
  )
  const controls = usePlayback(player, playback.steps.filter((step) => step.seq <= seq).length)
  const { frame } = controls
  const author = frame.step ? people(frame.step.by ?? '') : null
  const sections = useMemo(() => painter.paint(frame, author?.name ?? ''), [painter, frame, author?.name])
  const lit = useMemo(() => litBy(frame), [frame])
  const places = usePlaces(text, sections, lit)
  useFollow(text, frame)
  return (
    <>
      <div className="past" dir={direction}>
        <article
          ref={text}
          className="doc doc--play"
          id="doc"
          lang={langAttribute(language)}
          dir={direction}
          data-p={author ? colourOf(author.id) : undefined}
          aria-label={t('Text at this step')}
          // biome-ignore lint/a11y/noNoninteractiveTabindex: a long text is scrolled with the keyboard
          tabIndex={0}
        >
          {sections.map(({ id, blocks }) => (
            <TextSection key={id} blocks={blocks} />
          ))}
        </article>
        <section className="past__side" aria-label={t('Statements of this step')} dir="ltr">
          <StatementList label={t('Statements of this step')} statements={listed(frame, language)} places={places} />
        </section>
      </div>
      <PlaybackBar controls={controls} length={player.length} author={author} now={now} />
    </>
  )
}

/** The statements a step brought or changed. */
function litBy({ statements: { added, changed } }: PlayFrame): string[] {
  return [...added, ...changed].map(({ annotationId }) => annotationId)
}

function listed({ sections, statements: { added, changed, removed } }: PlayFrame, language: string): ListedStatement[] {
  const content = ({ start, end }: PlacedStatement) =>
    start === null || end === null ? (
      <p className="card__note">{t('Its words were deleted.')}</p>
    ) : (
      <p className="card__q card__q--long" dir="auto">
        {quoted(shorten(playedWords(sections, start, end), QUOTE), language)}
      </p>
    )
  const of = (list: readonly PlacedStatement[], said: string) =>
    list.map((statement) => ({
      id: statement.annotationId,
      by: statement.by,
      ...readTags(statement),
      said,
      // where the words of one that went stood is not known any more
      content: said === t('Removed') ? null : content(statement),
    }))
  return [...of(added, t('New')), ...of(changed, t('Changed')), ...of(removed, t('Removed'))]
}

/** Keeps what a step changed in sight. */
function useFollow(text: RefObject<HTMLElement | null>, frame: PlayFrame): void {
  useEffect(() => {
    if (frame.index === 0) return
    const changed = text.current?.querySelector<HTMLElement>('[data-by], .tg.is-active')
    const desk = text.current?.closest('.history__desk')
    if (!changed || !desk) return
    const { top, bottom } = changed.getBoundingClientRect()
    const frameBox = desk.getBoundingClientRect()
    const isInSight = top > frameBox.top + 120 && bottom < frameBox.bottom - 140
    if (isInSight) return
    const isNear = Math.abs(top - frameBox.top) < 3 * frameBox.height
    const isCalm = matchMedia('(prefers-reduced-motion: reduce)').matches
    changed.scrollIntoView({ block: 'center', behavior: isNear && !isCalm ? 'smooth' : 'instant' })
  }, [text, frame])
}
