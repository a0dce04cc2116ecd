import { type PointerEvent, useRef } from 'react'
import { type Swipe, sheetFollows, swipeMeant } from './swipe.ts'

/** Handlers for a sheet that goes with the finger and answers swipes. A press in a field is the field's. */
export function useSwipe(onSwipe: (swipe: Swipe) => void) {
  const from = useRef<{ x: number; y: number } | null>(null)
  const end = (sheet: HTMLElement) => {
    from.current = null
    sheet.style.translate = ''
  }
  return {
    onPointerDown: (event: PointerEvent) => {
      const isField = event.target instanceof Element && event.target.closest('textarea, input')
      from.current = isField ? null : { x: event.clientX, y: event.clientY }
    },
    onPointerMove: (event: PointerEvent<HTMLElement>) => {
      if (!from.current) return
      const { x, y } = sheetFollows(event.clientX - from.current.x, event.clientY - from.current.y)
      event.currentTarget.style.translate = `${x}px ${y}px`
    },
    onPointerUp: (event: PointerEvent<HTMLElement>) => {
      if (!from.current) return
      const swipe = swipeMeant(event.clientX - from.current.x, event.clientY - from.current.y)
      end(event.currentTarget)
      if (swipe) onSwipe(swipe)
    },
    // The browser took the finger for scrolling.
    onPointerCancel: (event: PointerEvent<HTMLElement>) => end(event.currentTarget),
  }
}
