'use client'

import { type KeyboardEvent, type PointerEvent, useLayoutEffect, useRef } from 'react'
import { t } from '#/lib/message/t.ts'
import { isRightToLeft } from './key-situation.ts'
import type { Observable } from './observable.ts'
import type { PageLayout } from './page-painter.ts'
import { useModel, useObservable, useReader, useStatements } from './reader-context.ts'
import { commitResize, dragEnd, nudgeEnd, type PassageEnd } from './resize-passage.ts'

/** The two handles of the selected passage. Drag them, or use the arrow keys on them; with Shift they only stop at words. */
export function PassageGrips({ layout }: { layout: Observable<PageLayout> }) {
  const model = useModel()
  const activeId = useReader((state) => state.activeId)
  const mode = useReader((state) => state.mode)
  const resizing = useReader((state) => state.resizing)
  useStatements()
  const passage = activeId === null ? undefined : model.store.get(activeId)
  const range = resizing ?? (activeId === null ? null : model.rangeOf(activeId))
  const size = model.view?.state.doc.content.size ?? 0
  if (!passage || !range || mode !== 'tag' || !model.mayChange(passage)) return null
  return (
    <>
      <Grip end="start" position={range.from} least={1} most={range.to} layout={layout} />
      <Grip end="end" position={range.to} least={range.from} most={size} layout={layout} />
    </>
  )
}

interface GripProps {
  end: PassageEnd
  position: number
  /** Between which positions it can be moved. */
  least: number
  most: number
  layout: Observable<PageLayout>
}

function Grip({ end, position, least, most, layout }: GripProps) {
  const model = useModel()
  const round = useObservable(layout, (page) => page.round)
  const grip = useRef<HTMLSpanElement>(null)

  // biome-ignore lint/correctness/useExhaustiveDependencies: placed anew after every measurement of the page
  useLayoutEffect(() => {
    const { view } = model
    const frame = grip.current?.offsetParent
    if (!grip.current || !frame || !view) return
    const origin = frame.getBoundingClientRect()
    const place = view.coordsAtPos(Math.min(position, view.state.doc.content.size), end === 'start' ? 1 : -1)
    grip.current.style.left = `${place.left - origin.left - 1}px`
    grip.current.style.top = `${place.top - origin.top}px`
    grip.current.style.height = `${place.bottom - place.top}px`
  }, [model, position, end, round])

  const onPointerMove = (event: PointerEvent) => {
    if (!event.currentTarget.hasPointerCapture(event.pointerId)) return
    const at = model.view?.posAtCoords({ left: event.clientX, top: event.clientY })
    if (at) dragEnd(model, end, at.pos, event.shiftKey ? 'word' : 'grapheme')
  }
  const onKeyDown = (event: KeyboardEvent) => {
    const by = directionOf(event.key, isRightToLeft(model, position))
    if (event.key === 'Escape' && model.ui.get().resizing) model.ui.set({ resizing: null })
    else if (event.key === 'Enter' || event.key === 'Escape') model.focusText()
    else if (by === 0) return
    else nudgeEnd(model, end, by, event.shiftKey || event.ctrlKey || event.metaKey ? 'word' : 'grapheme')
    event.preventDefault()
    event.stopPropagation()
  }

  return (
    <span
      ref={grip}
      className={`grip grip--${end}`}
      role="slider"
      tabIndex={0}
      aria-label={end === 'start' ? t('Passage start') : t('Passage end')}
      aria-valuemin={least}
      aria-valuemax={most}
      aria-valuenow={position}
      aria-valuetext={around(model.words({ from: Math.max(0, position - 12), to: position + 12 }))}
      onPointerDown={(event) => {
        event.preventDefault()
        event.currentTarget.setPointerCapture(event.pointerId)
      }}
      onPointerMove={onPointerMove}
      onPointerUp={() => commitResize(model)}
      onKeyDown={onKeyDown}
      onBlur={() => commitResize(model)}
    />
  )
}

/** Which way an arrow key moves an end: up and down as on any slider, left and right as the words run. */
function directionOf(key: string, rightToLeft: boolean): 1 | -1 | 0 {
  if (key === 'ArrowUp') return 1
  if (key === 'ArrowDown') return -1
  if (key !== 'ArrowRight' && key !== 'ArrowLeft') return 0
  return (key === 'ArrowRight') === rightToLeft ? -1 : 1
}

function around(words: string): string {
  return `… ${words.replace(/\s+/g, ' ')} …`
}
