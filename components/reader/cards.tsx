'use client'

import { useCallback, useLayoutEffect, useRef, useState } from 'react'
import { Icon } from '#/components/ui/icon.tsx'
import { Card } from './card.tsx'
import { layoutCards } from './card-layout.ts'
import { DetachedList } from './detached-list.tsx'
import type { Observable } from './observable.ts'
import type { PageLayout } from './page-painter.ts'
import { useModel, useObservable, useReader, useStatements } from './reader-context.ts'
import { selectStatement } from './select-passage.ts'
import { shorten } from './statement-words.ts'

/** A card's height before it is measured, px. */
const EXPECTED_HEIGHT = 78
const QUOTE_LENGTH = 220
/** Room that the tabs take at the head of the column, px. */
const TABS_HEIGHT = 26

/** The column of statements, each beside its line; a second tab lists those that lost their words. */
export function Cards({ layout }: { layout: Observable<PageLayout> }) {
  const model = useModel()
  const tab = useReader((state) => state.cards)
  useStatements()
  const detached = model.store.orphans().length
  const show = (cards: 'statements' | 'detached') => () => model.ui.set({ cards })
  return (
    <aside className="cards" aria-label="Statements">
      {detached > 0 && (
        <div className="cards__tabs" role="tablist" aria-label="Statements">
          <button type="button" role="tab" className="tab" aria-selected={tab === 'statements'} onClick={show('statements')}>
            Statements <span className="num">{model.store.size - detached}</span>
          </button>
          <button type="button" role="tab" className="tab" aria-selected={tab === 'detached'} onClick={show('detached')}>
            Detached <span className="num">{detached}</span>
          </button>
        </div>
      )}
      {tab === 'detached' && detached > 0 ? <DetachedList /> : <PlacedCards layout={layout} floor={detached > 0 ? TABS_HEIGHT : 0} />}
    </aside>
  )
}

/** @param floor px from the top of the column above which no card stands */
function PlacedCards({ layout, floor }: { layout: Observable<PageLayout>; floor: number }) {
  const model = useModel()
  const passages = useObservable(layout, (page) => page.passages)
  const nearTop = useObservable(layout, (page) => page.nearTop)
  const nearBottom = useObservable(layout, (page) => page.nearBottom)
  useObservable(layout, (page) => page.textRound)
  useStatements()
  const activeId = useReader((state) => state.activeId)
  const loaded = useReader((state) => state.loaded && state.tagsLoaded)
  const elements = useRef(new Set<HTMLElement>())
  const [heights, setHeights] = useState<ReadonlyMap<string, number>>(new Map())
  const register = useCallback((element: HTMLElement) => {
    elements.current.add(element)
    return () => void elements.current.delete(element)
  }, [])

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
    const measured = [...elements.current].map((element) => [element.dataset.id ?? '', element.offsetHeight] as const)
    setHeights((before) => (measured.every(([id, height]) => before.get(id) === height) ? before : new Map([...before, ...measured])))
  })

  if (loaded && model.store.size === 0) return <FirstHint />
  return shown.map(({ place, annotation, top }) => {
    const range = model.rangeOf(place.id)
    const words = shorten(range ? model.words(range) : annotation.quote.exact, QUOTE_LENGTH)
    return <Card key={place.id} annotation={annotation} words={words} top={top} glides={activeId !== null} register={register} />
  })
}

function FirstHint() {
  const model = useModel()
  if (!model.can('tag')) return null
  return (
    <p className="cards__hint">
      Select a passage to tag it. Or press <span className="kbd">T</span>.
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
    const arranged = model.store.arrange()
    const target = side === 'above' ? arranged[count - 1] : arranged[arranged.length - count]
    if (target) selectStatement(model, target.passage.annotation.id)
  }
  const name = `${count} ${count === 1 ? 'statement' : 'statements'} ${side}`
  return (
    <button type="button" className={`bucket bucket--${side}`} aria-label={name} onClick={go}>
      <Icon name={side === 'above' ? 'up' : 'down'} small />
      <span className="num">
        {count} {side}
      </span>
    </button>
  )
}
