'use client'

import { type KeyboardEvent, type PointerEvent, useLayoutEffect, useRef } from 'react'
import { isRightToLeft } from './key-situation.ts'
import type { Observable } from './observable.ts'
import type { PageLayout } from './page-painter.ts'
import { useModel, useObservable, useReader } from './reader-context.ts'
import { commitResize, dragEnd, nudgeEnd, type PassageEnd } from './resize-passage.ts'

/** The two handles of the selected passage. Drag them, or use the arrow keys on them. */
export function PassageGrips({ layout }: { layout: Observable<PageLayout> }) {
  const model = useModel()
  const activeId = useReader((state) => state.activeId)
  const mode = useReader((state) => state.mode)
  const resizing = useReader((state) => state.resizing)
  const passage = activeId === null ? undefined : model.store.get(activeId)
  const range = resizing ?? (activeId === null ? null : model.rangeOf(activeId))
  if (!passage || !range || mode !== 'tag' || !model.mayChange(passage)) return null
  return (
    <>
      <Grip end="start" position={range.from} layout={layout} />
      <Grip end="end" position={range.to} layout={layout} />
    </>
  )
}

function Grip({ end, position, layout }: { end: PassageEnd; position: number; layout: Observable<PageLayout> }) {
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
    if (at) dragEnd(model, end, at.pos)
  }
  const onKeyDown = (event: KeyboardEvent) => {
    const forward = isRightToLeft(model, position) ? 'ArrowLeft' : 'ArrowRight'
    const by = event.key === forward ? 1 : event.key === 'ArrowRight' || event.key === 'ArrowLeft' ? -1 : 0
    if (event.key === 'Escape') model.ui.set({ resizing: null })
    else if (by === 0) return
    else nudgeEnd(model, end, by, event.ctrlKey || event.metaKey ? 'word' : 'grapheme')
    event.preventDefault()
    event.stopPropagation()
  }

  return (
    <span
      ref={grip}
      className={`grip grip--${end}`}
      role="slider"
      tabIndex={0}
      aria-label={end === 'start' ? 'Passage start' : 'Passage end'}
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

function around(words: string): string {
  return `… ${words.replace(/\s+/g, ' ')} …`
}
