'use client'

import { type KeyboardEvent, type MouseEvent, memo, useEffect, useMemo, useRef, useState } from 'react'
import { ContextMenu, type MenuPlace } from '#/components/ui/context-menu.tsx'
import { Icon } from '#/components/ui/icon.tsx'
import { STANCE_ICONS } from '#/components/ui/theme-chip.tsx'
import type { Annotation } from '#/lib/annotation/model.ts'
import { t } from '#/lib/message/t.ts'
import { barColour } from './bar-colour.ts'
import { StatementActions } from './card-menu.tsx'
import { hoverStatement } from './hover-statement.ts'
import { heatStrips, placeLabels, VISIBLE_LANES } from './lane-layout.ts'
import type { Observable } from './observable.ts'
import type { PageLayout, PlacedPassage } from './page-painter.ts'
import { useModel, useReader, useStatements } from './reader-context.ts'
import { selectStatement } from './select-passage.ts'
import { laneWords, statementWords } from './statement-words.ts'
import { openStatement } from './tag-passage.ts'
import { useNearby } from './use-nearby.ts'
import { useNews } from './use-news.ts'
import { whenLookedAt } from './when-looked-at.ts'

const PITCH = 8
const LABEL_HEIGHT = 17
/** As in the style sheet. */
const HEAT_WIDTH = 18

/** Bars and labels beside the text, one bar per statement from its first to its last line. */
export function Lanes({ layout }: { layout: Observable<PageLayout> }) {
  const model = useModel()
  const passages = useNearby(layout)
  const activeId = useReader((state) => state.activeId)
  const [all, setAll] = useState(false)
  const [menu, setMenu] = useState<(MenuPlace & { id: string }) | null>(null)
  useStatements()

  const openMenu = (event: MouseEvent<HTMLElement>) => {
    const bar = event.target instanceof Element ? event.target.closest<HTMLElement>('.lane-bar') : null
    if (!bar?.dataset.id) return
    event.preventDefault()
    setMenu({ id: bar.dataset.id, x: event.clientX, y: event.clientY, from: bar })
  }

  const strips = useMemo(() => (all ? [] : heatStrips(passages.map((place) => ({ ...place })))), [passages, all])
  const shown = all ? passages : passages.filter(({ lane }) => lane < VISIBLE_LANES)
  const labels = useMemo(() => placeLabels(shown, LABEL_HEIGHT), [shown])
  const deepest = shown.reduce((lane, place) => Math.max(lane, place.lane), 0)
  const labelEnd = strips.length > 0 ? VISIBLE_LANES * PITCH + HEAT_WIDTH + 4 : (deepest + 1) * PITCH + 8
  const tabStop = shown.some(({ id }) => id === activeId) ? activeId : shown[0]?.id

  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset is for form controls
    <div className="lanes" role="group" aria-label={t('Margin bars')} onKeyDown={moveBetween} onContextMenu={openMenu}>
      {shown.map((place) => {
        const annotation = model.store.get(place.id)?.annotation
        if (!annotation) return null
        return (
          <LaneBar
            key={place.id}
            place={place}
            annotation={annotation}
            labelTop={labels.get(place.id) ?? null}
            labelEnd={labelEnd}
            tabStop={place.id === tabStop}
          />
        )
      })}
      {strips.map((strip) => (
        <button
          key={strip.top}
          type="button"
          className="lane-heat"
          style={{
            insetBlockStart: strip.top + 3,
            height: Math.max(14, strip.bottom - strip.top - 8),
            insetInlineEnd: VISIBLE_LANES * PITCH,
          }}
          aria-label={t('Show {count} more statements here', { count: strip.count })}
          onClick={() => setAll(true)}
        >
          <span className="num">{strip.count}</span>
        </button>
      ))}
      {menu && (
        <ContextMenu label={t('Statement')} at={menu} onClose={() => setMenu(null)}>
          <StatementActions id={menu.id} />
        </ContextMenu>
      )}
    </div>
  )
}

interface LaneBarProps {
  place: PlacedPassage
  annotation: Annotation
  /** px; null: shown on hover only. */
  labelTop: number | null
  /** Distance of labels from the text side, px. */
  labelEnd: number
  tabStop: boolean
}

const LaneBar = memo(function LaneBar({ place, annotation, labelTop, labelEnd, tabStop }: LaneBarProps) {
  const model = useModel()
  const codebook = useReader((state) => state.codebook)
  const colouring = useReader((state) => state.colouring)
  const lit = useReader((state) => state.activeId === place.id || state.hoverId === place.id)
  const { text, stance } = laneWords(annotation, codebook)
  const sign = STANCE_ICONS[stance]
  const colour = barColour(colouring.huesOf(annotation))
  const isNew = useNews(({ unseen }) => unseen.has(place.id))
  const bar = useRef<HTMLButtonElement>(null)
  useEffect(() => (isNew && bar.current ? whenLookedAt(bar.current, () => model.news.see(place.id)) : undefined), [model, isNew, place.id])
  return (
    <>
      <button
        ref={bar}
        type="button"
        className={['lane-bar', lit && 'is-active', isNew && 'is-new'].filter(Boolean).join(' ')}
        data-id={place.id}
        data-h={colour['data-h']}
        style={{
          ...colour.style,
          insetBlockStart: place.top + 3,
          height: Math.max(14, place.bottom - place.top - 8),
          insetInlineEnd: `calc(min(${place.lane}, var(--last-lane, ${place.lane})) * var(--lane-pitch, ${PITCH}px))`,
        }}
        tabIndex={tabStop ? 0 : -1}
        aria-label={t('{annotation}. Select passage', { annotation: statementWords(annotation, codebook) })}
        onClick={() => selectStatement(model, place.id)}
        onDoubleClick={() => openStatement(model, place.id)}
        aria-description={isNew ? t('New since your last visit') : undefined}
        onPointerEnter={() => hoverStatement(model, place.id)}
        onPointerLeave={() => hoverStatement(model, null)}
      />
      {(labelTop !== null || lit) && (
        <span
          className={lit ? 'lane-label is-active' : 'lane-label'}
          data-id={place.id}
          data-h={colour['data-h']}
          style={{ insetBlockStart: labelTop ?? place.top + 3, insetInlineEnd: labelEnd }}
          aria-hidden="true"
          title={text}
        >
          {annotation.importantTo.length > 0 && <Icon name="star" className="important" />}
          {sign && <Icon name={sign} />}
          <span dir="auto">{text}</span>
        </span>
      )}
    </>
  )
})

/** One tab stop for all bars: up and down move, Esc goes back to the text. */
function moveBetween(event: KeyboardEvent<HTMLElement>): void {
  if (event.target instanceof Element && event.target.closest('[role="menu"]')) return
  if (event.key === 'Escape') {
    document.getElementById('doc')?.focus()
    return
  }
  const by = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0
  if (by === 0) return
  event.preventDefault()
  const bars = [...event.currentTarget.querySelectorAll<HTMLElement>('.lane-bar')].sort(
    (a, b) => a.offsetTop - b.offsetTop || b.offsetLeft - a.offsetLeft,
  )
  const at = bars.indexOf(document.activeElement as HTMLElement)
  bars[Math.min(Math.max(at + by, 0), bars.length - 1)]?.focus()
}
