import { useMemo, useRef, useState } from 'react'
import { timelineCsv } from '#/lib/analysis/csv.ts'
import type { Period } from '#/lib/analysis/periods.ts'
import { type Bar, barsOf, daysAsk, type Timeline } from '#/lib/analysis/timeline.ts'
import { counted } from '#/lib/counted.ts'
import { t } from '#/lib/message/t.ts'
import { conditionsOf, type DayCondition } from '#/lib/query/query.ts'
import type { PaneProps } from './analysis-page.tsx'
import { DownloadMenu } from './download-menu.tsx'
import { SettingMenu, SettingSegments } from './setting-menu.tsx'
import { svgOfPicture } from './svg-of-picture.ts'
import { TableButton } from './table-button.tsx'
import { TimelinePicture } from './timeline-picture.tsx'
import { TimelineTable } from './timeline-table.tsx'

/** The first and the last day of a part of a timeline. */
export interface Window {
  from: string
  to: string
}

/** A branch of themes, as a timeline shows it. */
export interface Branch {
  id: string
  name: string
  hue: number
}

/** What a timeline is drawn with, as a picture or as a table. */
export interface TimelineProps {
  label: string
  bars: readonly Bar[]
  branches: readonly Branch[]
  period: Period
  picked: Window | null
  onPick: (window: Window) => void
}

/** When it was said, or when it happened. */
export function TimelinePane({ view, names, book, onAsk, onPick, timeline }: PaneProps & { timeline: Timeline }) {
  const [isTable, setTable] = useState(false)
  const picture = useRef<SVGSVGElement>(null)
  const bars = useMemo(() => barsOf(timeline), [timeline])
  const branches = useMemo(() => {
    const seen = new Set(timeline.parts.map(({ branchId }) => branchId))
    return names.codebook.themes.filter(({ id }) => seen.has(id)).map(({ id, name }): Branch => ({ id, name, hue: book.themes.hue(id) }))
  }, [timeline, names.codebook, book])
  const picked = view.pick?.pane === 'timeline' ? windowIn(conditionsOf(view.pick.query), view.dates) : null
  const pick = ({ from, to }: Window) =>
    onPick('timeline', picked?.from === from && picked.to === to ? null : daysAsk(view.dates, from, to))
  const shared = { bars, branches, period: timeline.period, picked, onPick: pick }
  const title = t('Over time')
  const left = [
    timeline.undated > 0 && t('{excerpts} without a date', { excerpts: counted(timeline.undated, 'excerpt') }),
    timeline.vague > 0 && t('{excerpts} with a date too rough for one bar', { excerpts: counted(timeline.vague, 'excerpt') }),
  ].filter((part) => part !== false)
  return (
    <section className="pane pane--timeline" aria-label={title}>
      <div className="pane__head">
        <h2>{title}</h2>
        <SettingSegments name="dates" settings={view} onSet={(next) => onAsk({ ...next, pick: null })} />
        <SettingMenu name="period" settings={view} onSet={onAsk} />
        <span className="grow" />
        <TableButton isTable={isTable} isEmpty={bars.length === 0} onChange={setTable} />
        <DownloadMenu
          name="over-time"
          svg={() => picture.current && svgOfPicture(picture.current)}
          tables={[{ label: t('CSV, one bar per line'), name: 'bars', make: () => timelineCsv(timeline, branches) }]}
        />
      </div>
      {bars.length === 0 && <p className="pane__note">{t('No excerpt here has this date.')}</p>}
      {bars.length > 0 && isTable && (
        <div className="pane__scroll">
          <TimelineTable {...shared} label={title} />
        </div>
      )}
      {bars.length > 0 && (
        <div className="pane__bars" hidden={isTable}>
          <TimelinePicture {...shared} ref={picture} label={title} />
        </div>
      )}
      <ul className="mxlegend">
        {branches.map(({ id, name, hue }) => (
          <li key={id} data-h={hue}>
            <i className="mxlegend__dot" aria-hidden="true" />
            <bdi>{name}</bdi>
          </li>
        ))}
      </ul>
      {left.length > 0 && <p className="pane__note">{t('Left out: {what}.', { what: left.join(', ') })}</p>}
    </section>
  )
}

/** Of the conditions that were chosen, the one with both ends. */
function windowIn(conditions: readonly { is: string }[], dates: DayCondition['is']): Window | null {
  const days = conditions.find(
    (one): one is DayCondition => one.is === dates && (one as DayCondition).from !== null && (one as DayCondition).to !== null,
  )
  return days?.from && days.to ? { from: days.from, to: days.to } : null
}
