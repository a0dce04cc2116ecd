import { type RefObject, useEffect, useState } from 'react'

/** How wide an element is, CSS pixels; `before` until it is known. */
export function useWidth(element: RefObject<Element | null>, before: number): number {
  const [width, setWidth] = useState(before)
  useEffect(() => {
    const watched = element.current
    if (!watched) return
    const observer = new ResizeObserver(([entry]) => {
      // A hidden element has no width, and keeps what it had.
      if (entry && entry.contentRect.width > 0) setWidth(Math.round(entry.contentRect.width))
    })
    observer.observe(watched)
    return () => observer.disconnect()
  }, [element])
  return width
}
