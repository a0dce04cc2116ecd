'use client'

import { useCallback, useLayoutEffect, useRef, useState } from 'react'
import { useUntagged } from '#/components/radar/use-untagged.ts'
import type { TalkState } from '#/components/talk/talk.ts'
import { useTalk } from '#/components/talk/use-talk.ts'
import { Icon } from '#/components/ui/icon.tsx'
import { t } from '#/lib/message/t.ts'
import { unreadOf } from '#/lib/talk/thread.ts'
import { Card } from './card.tsx'
import { layoutCards } from './card-layout.ts'
import { ColumnDivider } from './column-divider.tsx'
import { GoneCard } from './gone-card.tsx'
import type { Observable } from './observable.ts'
import { CommentsList, DetachedList, MentionList } from './on-demand.tsx'
import type { PageLayout, PlacedPassage } from './page-painter.ts'
import { useModel, useObservable, useReader, useStatements } from './reader-context.ts'
import { selectStatement } from './select-passage.ts'
import { shorten } from './statement-words.ts'
import { useNews } from './use-news.ts'

/** A card's height before it is measured, px. */
const EXPECTED_HEIGHT = 78
const QUOTE_LENGTH = 220
/** Room that the tabs take at the head of the column, px. */
const TABS_HEIGHT = 26

/** The column of statements, each beside its line; other tabs list what is said about them, and those that lost their words. */
export function Cards({ layout }: { layout: Observable<PageLayout> }) {
  const model = useModel()
  const tab = useReader((state) => state.cards)
  const talks = useTalk((state) => state.threads.size)
  const unread = useTalk(unreadIn)
  const { news } = model
  useNews(({ waiting }) => waiting)
  useStatements()
  const detached = model.store.orphans().length
  const mentions = useUntagged()
  const hasTabs = detached > 0 || talks > 0 || mentions.length > 0
  const shown =
    (tab === 'detached' && detached > 0) || (tab === 'comments' && talks > 0) || (tab === 'mentions' && mentions.length > 0)
      ? tab
      : 'statements'
  const tabs = [
    { id: 'statements', name: t('Statements'), count: news.shownCount - detached, isNew: false },
    { id: 'comments', name: t('Comments'), count: talks, isNew: unread > 0 },
    { id: 'mentions', name: t('Untagged'), count: mentions.length, isNew: false },
    { id: 'detached', name: t('Detached'), count: detached, isNew: false },
  ] as const
  return (
    <aside className="cards" aria-label={t('Statements')}>
      <ColumnDivider column="cards" />
      {hasTabs && (
        <div className="cards__tabs" role="tablist" aria-label={t('Statements')}>
          {tabs
            .filter(({ id, count }) => id === 'statements' || count > 0)
            .map(({ id, name, count, isNew }) => (
              <button
                key={id}
                type="button"
                role="tab"
                className="tab"
                aria-selected={shown === id}
                onClick={() => model.ui.set({ cards: id })}
              >
                {name} <span className="num">{count}</span>
                {isNew && (
                  <span className="tab__new" role="img" aria-label={t('{unread} new', { unread })} title={t('{unread} new', { unread })} />
                )}
              </button>
            ))}
        </div>
      )}
      {shown === 'mentions' && <MentionList mentions={mentions} />}
      {shown === 'detached' && <DetachedList />}
      {shown === 'comments' && <CommentsList />}
      {shown === 'statements' && <PlacedCards layout={layout} floor={hasTabs ? TABS_HEIGHT : 0} />}
    </aside>
  )
}

function unreadIn({ threads }: TalkState): number {
  let unread = 0
  for (const thread of threads.values()) unread += unreadOf(thread)
  return unread
}

/** @param floor px from the top of the column above which no card stands */
function PlacedCards({ layout, floor }: { layout: Observable<PageLayout>; floor: number }) {
  const model = useModel()
  const placed = useObservable(layout, (page) => page.passages)
  const waiting = useNews((state) => state.waiting)
  const gone = useNews((state) => state.gone)
  const nearTop = useObservable(layout, (page) => page.nearTop)
  const nearBottom = useObservable(layout, (page) => page.nearBottom)
  useObservable(layout, (page) => page.textRound)
  useStatements()
  const activeId = useReader((state) => state.activeId)
  const loaded = useReader((state) => state.loaded && state.tagsLoaded)
  const elements = useRef(new Set<HTMLElement>())
  const [heights, setHeights] = useState<ReadonlyMap<string, number>>(new Map())
  const measured = useRef<ReadonlyMap<string, number>>(heights)
  const [, setGrowth] = useState(0)
  // A card grows by itself when somebody comments or types a comment; the others then make room.
  const [grown] = useState(
    () =>
      new ResizeObserver((entries) => {
        const differs = ({ target }: ResizeObserverEntry) => {
          const card = target as HTMLElement
          return measured.current.get(card.dataset.id ?? '') !== card.offsetHeight
        }
        if (entries.some(differs)) setGrowth((round) => round + 1)
      }),
  )
  const register = useCallback(
    (element: HTMLElement) => {
      elements.current.add(element)
      grown.observe(element)
      return () => {
        elements.current.delete(element)
        grown.unobserve(element)
      }
    },
    [grown],
  )

  const openPlace = useRef<PlacedPassage | undefined>(undefined)
  openPlace.current = placed.find(({ id }) => id === activeId) ?? (openPlace.current?.id === activeId ? openPlace.current : undefined)
  const passages = withGone(
    placed.filter(({ id }) => !waiting.has(id)),
    gone && openPlace.current,
  )

  // All painted ones take up room, so that cards do not jump when others come into sight; those in sight are drawn.
  const wanted = passages.map(({ id, top }) => ({ id, want: top, height: heights.get(id) ?? EXPECTED_HEIGHT }))
  const tops = layoutCards(wanted, activeId, floor)
  const shown = passages.flatMap((place) => {
    const annotation = model.store.get(place.id)?.annotation
    const top = tops.get(place.id) ?? place.top
    return annotation && top > nearTop - EXPECTED_HEIGHT && top < nearBottom ? [{ place, annotation, top }] : []
  })

  // Before the browser paints: cards that turned out taller or shorter than thought make the others move at once.
  useLayoutEffect(() => {
    const found = [...elements.current].map((element) => [element.dataset.id ?? '', element.offsetHeight] as const)
    if (found.every(([id, height]) => measured.current.get(id) === height)) return
    measured.current = new Map([...measured.current, ...found])
    setHeights(measured.current)
  })

  if (loaded && model.store.size === 0 && !gone) return <FirstHint />
  const goneTop = gone && tops.get(gone.annotation.id)
  const cards = shown.map(({ place, annotation, top }) => {
    const range = model.rangeOf(place.id)
    const words = shorten(range ? model.words(range) : annotation.quote.exact, QUOTE_LENGTH)
    return <Card key={place.id} annotation={annotation} words={words} top={top} glides={activeId !== null} register={register} />
  })
  return (
    <>
      {cards}
      {gone && goneTop != null && <GoneCard gone={gone} top={goneTop} register={register} />}
    </>
  )
}

/** The places with that of a deleted statement that is still open, in document order. */
function withGone(placed: readonly PlacedPassage[], gone: PlacedPassage | null | undefined): readonly PlacedPassage[] {
  return gone && !placed.some(({ id }) => id === gone.id) ? [...placed, gone].sort((a, b) => a.top - b.top) : placed
}

function FirstHint() {
  const model = useModel()
  if (!model.can('tag')) return null
  return (
    <p className="cards__hint">
      {t('Select a passage to tag it. Or press')} <span className="kbd">T</span>.
    </p>
  )
}

/** "5 below", "3 above": goes to the next statement out of sight. The one above stands before the page, the other after it. */
export function OutOfSight({ layout, side }: { layout: Observable<PageLayout>; side: 'above' | 'below' }) {
  const count = useObservable(layout, (page) => page[side])
  return <div className={`bucketplace bucketplace--${side}`}>{count > 0 && <Bucket count={count} side={side} />}</div>
}

function Bucket({ count, side }: { count: number; side: 'above' | 'below' }) {
  const model = useModel()
  const go = () => {
    const { waiting } = model.news.state.get()
    const arranged = model.store.arrange().filter(({ passage }) => !waiting.has(passage.annotation.id))
    const target = side === 'above' ? arranged[count - 1] : arranged[arranged.length - count]
    if (target) selectStatement(model, target.passage.annotation.id)
  }
  const [words, name] =
    side === 'above'
      ? [t('{count} above', { count }), t('{count} above: go to the previous statement out of sight', { count })]
      : [t('{count} below', { count }), t('{count} below: go to the next statement out of sight', { count })]
  return (
    <button type="button" className={`bucket bucket--${side}`} aria-label={name} onClick={go}>
      <Icon name={side === 'above' ? 'up' : 'down'} small />
      <span className="num">{words}</span>
    </button>
  )
}
