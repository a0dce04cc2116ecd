import { type RefObject, useLayoutEffect, useState } from 'react'

/** How wide an element is, CSS pixels; `before` until it is known. */
export function useWidth(element: RefObject<Element | null>, before: number): number {
  const [width, setWidth] = useState(before)
  useLayoutEffect(() => {
    const watched = element.current
    if (!watched) return
    const measure = () => {
      const measured = Math.round(watched.getBoundingClientRect().width)
      // A hidden element has no width, and keeps what it had.
      if (measured > 0) setWidth(measured)
    }
    measure()
    const observer = new ResizeObserver(measure)
    observer.observe(watched)
    return () => observer.disconnect()
  }, [element])
  return width
}
