'use client'

import { type KeyboardEvent, useState } from 'react'
import { nextRow } from '#/components/codebook/row-keys.ts'
import { usePeople } from '#/components/reader/use-people.ts'
import { Avatar } from '#/components/ui/avatar.tsx'
import { Icon } from '#/components/ui/icon.tsx'
import type { IconName } from '#/components/ui/icon-drawings.ts'
import { t } from '#/lib/message/t.ts'
import type { HistoryPoint } from '#/lib/version/history.ts'
import { groupByDay } from './group-by-day.ts'
import { useHistoryPlace } from './history-context.ts'
import { clock } from './point-time.ts'
import { changeWords, isMarked, peopleWords, pointKey, pointName } from './point-words.ts'

interface VersionListProps {
  /** Newest first. */
  points: readonly HistoryPoint[]
  /** Keys of the newest point of all, and of the one that is shown. */
  newest: string | null
  selected: string | null
  onSelect: (point: HistoryPoint) => void
  /** null when this reader may not name points. */
  onName: ((point: HistoryPoint) => void) | null
  onUnname: ((point: HistoryPoint) => void) | null
}

/** The points of a history by day: one tab stop, arrows move, Enter shows, N names, Delete takes a name away. */
export function VersionList({ points, newest, selected, onSelect, onName, onUnname }: VersionListProps) {
  const { now } = useHistoryPlace()
  const [focused, setFocused] = useState<string | null>(null)
  const keys = points.map(pointKey)
  const stop = [focused, selected].find((key) => key !== null && keys.includes(key)) ?? keys[0]

  const onKeyDown = (event: KeyboardEvent<HTMLElement>) => {
    if (nextRow(event, '.version')) return
    if (event.ctrlKey || event.metaKey || event.altKey || event.shiftKey) return
    const row = event.target instanceof Element && event.target.closest<HTMLElement>('.version')
    const point = row && points.find((each) => pointKey(each) === row.dataset.point)
    if (!point) return
    if (event.code === 'KeyN' || event.key === 'F2') onName?.(point)
    else if (event.key === 'Delete' && point.kind === 'named') onUnname?.(point)
    else return
    event.preventDefault()
  }
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: arrows move between the buttons inside
    <div className="versionlist" onKeyDown={onKeyDown}>
      {groupByDay(points, now).map(({ day, points: ofDay }) => (
        <section key={day} aria-label={day}>
          <h3 className="versionlist__day label">{day}</h3>
          <ul>
            {ofDay.map((point) => {
              const key = pointKey(point)
              return (
                <li key={key}>
                  <VersionRow
                    point={point}
                    isNow={key === newest}
                    isSelected={key === selected}
                    isStop={key === stop}
                    onSelect={() => onSelect(point)}
                    onFocus={() => setFocused(key)}
                  />
                </li>
              )
            })}
          </ul>
        </section>
      ))}
    </div>
  )
}

const KIND_ICONS: Record<HistoryPoint['kind'], IconName | null> = {
  imported: 'upload',
  automatic: null,
  named: 'tag',
  restored: 'history',
  edition: 'file',
}

/** Faces shown before the rest is left to the words. */
const FACES = 3

interface VersionRowProps {
  point: HistoryPoint
  isNow: boolean
  isSelected: boolean
  isStop: boolean
  onSelect: () => void
  onFocus: () => void
}

function VersionRow({ point, isNow, isSelected, isStop, onSelect, onFocus }: VersionRowProps) {
  const person = usePeople()
  const people = (point.people.length > 0 ? point.people : point.by ? [point.by] : []).map(person)
  const name = pointName(point)
  const icon = KIND_ICONS[point.kind]
  const who = peopleWords(people.map((each) => each.name))
  const words = [who, point.kind !== 'imported' && changeWords(point.changes)].filter(Boolean).join(': ')
  return (
    <button
      type="button"
      className={['version', isMarked(point) && 'version--named', isSelected && 'is-on'].filter(Boolean).join(' ')}
      data-point={pointKey(point)}
      aria-current={isSelected || undefined}
      aria-keyshortcuts="n"
      tabIndex={isStop ? 0 : -1}
      onClick={onSelect}
      onFocus={onFocus}
    >
      <span className="version__head">
        {name && (
          <span className="version__name">
            {icon && <Icon name={icon} small />}
            <bdi>{name}</bdi>
          </span>
        )}
        <time className="num version__time" dateTime={new Date(point.at).toISOString()}>
          {clock(point.at)}
        </time>
        {isNow && <span className="version__now">{t('Now')}</span>}
      </span>
      {words && (
        <span className="version__who">
          {people.length > 0 && (
            <span className="avatars">
              {people.slice(0, FACES).map((each) => (
                <Avatar key={each.id} person={each} small decorative />
              ))}
            </span>
          )}
          <span>{words}</span>
        </span>
      )}
    </button>
  )
}
