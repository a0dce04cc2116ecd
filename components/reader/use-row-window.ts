'use client'

import { type RefObject, useLayoutEffect, useState } from 'react'
import { type RowWindow, rowWindow } from './row-window.ts'

/** Before a row was measured, px. */
const EXPECTED_ROW = 25
/** Before the list was, px. */
const EXPECTED_HEIGHT = 800

/** Which rows of a scrolling list are drawn, and how high a row is, px. */
export function useRowWindow(list: RefObject<HTMLElement | null>, count: number): RowWindow & { row: number } {
  const [seen, setSeen] = useState(() => ({
    ...rowWindow(count, { top: 0, height: EXPECTED_HEIGHT, row: EXPECTED_ROW }),
    row: EXPECTED_ROW,
  }))
  useLayoutEffect(() => {
    const element = list.current
    if (!element || count === 0) return
    const look = () => {
      const row = element.querySelector<HTMLElement>('[role="treeitem"]')?.offsetHeight || EXPECTED_ROW
      const next = { ...rowWindow(count, { top: element.scrollTop, height: element.clientHeight, row }), row }
      setSeen((before) => (before.first === next.first && before.end === next.end && before.row === row ? before : next))
    }
    look()
    const resized = new ResizeObserver(look)
    resized.observe(element)
    element.addEventListener('scroll', look, { passive: true })
    return () => {
      resized.disconnect()
      element.removeEventListener('scroll', look)
    }
  }, [list, count])
  return seen
}
