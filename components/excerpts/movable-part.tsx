import { type DragEvent, type KeyboardEvent, type ReactNode, useEffect, useRef } from 'react'
import { t } from '#/lib/message/t.ts'
import type { QueryPath } from '#/lib/query/edit-query.ts'
import { droppedOn, movedBy, partAt } from '#/lib/query/move-part.ts'
import { printQuery } from '#/lib/query/print.ts'
import type { Query } from '#/lib/query/query.ts'
import { IDS_ONLY } from '#/lib/query/vocabulary.ts'

/** What is dragged: its place, as text. Other pages' drags carry another type. */
const TYPE = 'application/x-interline-filter'
/** The written form of the part that keys moved last: it gets the focus back where it is drawn next. */
let movedLast: string | null = null

interface MovablePartProps {
  whole: Query
  path: QueryPath
  /** Whether it is a group in brackets. */
  isGroup?: boolean
  onChange: (query: Query) => void
  children: ReactNode
}

/**
 * A part of a query that is dragged onto another, which puts the two in brackets, or into brackets; `Alt ←` and `Alt →` move it past
 * its neighbours, into brackets and out of them.
 */
export function MovablePart({ whole, path, isGroup = false, onChange, children }: MovablePartProps) {
  const box = useRef<HTMLSpanElement>(null)
  const part = partAt(whole, path)
  const text = part && printQuery(part, IDS_ONLY)
  useEffect(() => {
    if (text === null || text !== movedLast) return
    movedLast = null
    box.current?.querySelector<HTMLElement>('button, input')?.focus()
  }, [text])

  const onKeyDown = (event: KeyboardEvent) => {
    if (!event.altKey || event.ctrlKey || event.metaKey || (event.key !== 'ArrowLeft' && event.key !== 'ArrowRight')) return
    if (event.target instanceof HTMLElement && event.target.closest('[role="menu"]')) return
    event.preventDefault() // the browser would go back
    event.stopPropagation()
    const isForward = (event.key === 'ArrowRight') === (getComputedStyle(event.currentTarget).direction !== 'rtl')
    const moved = movedBy(whole, path, isForward ? 1 : -1)
    if (!moved) return
    movedLast = text
    onChange(moved)
  }
  const isOurs = (event: DragEvent) => event.dataTransfer.types.includes(TYPE)
  const mark = (event: DragEvent<HTMLElement>, isOver: boolean) => event.currentTarget.toggleAttribute('data-over', isOver)
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: what is in it has the focus; it only takes keys and drags
    <span
      ref={box}
      className={isGroup ? 'qpart qpart--group' : 'qpart'}
      draggable
      title={isGroup ? undefined : t('Drag onto another filter to put both in brackets, or move with Alt and the arrow keys')}
      onKeyDown={onKeyDown}
      onDragStart={(event) => {
        event.stopPropagation()
        event.dataTransfer.setData(TYPE, JSON.stringify(path))
        event.dataTransfer.effectAllowed = 'move'
      }}
      onDragOver={(event) => {
        if (!isOurs(event)) return
        event.preventDefault()
        event.stopPropagation()
        mark(event, true)
      }}
      onDragLeave={(event) => mark(event, false)}
      onDrop={(event) => {
        mark(event, false)
        if (!isOurs(event)) return
        event.preventDefault()
        event.stopPropagation()
        const from = JSON.parse(event.dataTransfer.getData(TYPE)) as number[]
        const after = droppedOn(whole, from, path)
        if (after !== whole) onChange(after)
      }}
    >
      {children}
    </span>
  )
}
