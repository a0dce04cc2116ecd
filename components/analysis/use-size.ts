import { type RefObject, useLayoutEffect, useState } from 'react'

export interface Size {
  width: number
  height: number
}

/** How large an element is, CSS pixels; `before` until it is known. */
export function useSize(element: RefObject<Element | null>, before: Size): Size {
  const [size, setSize] = useState(before)
  useLayoutEffect(() => {
    const watched = element.current
    if (!watched) return
    const measure = () => {
      const { width, height } = watched.getBoundingClientRect()
      const now = { width: Math.round(width), height: Math.round(height) }
      // A hidden element has no size, and keeps what it had.
      if (now.width > 0 && now.height > 0) setSize((known) => (known.width === now.width && known.height === now.height ? known : now))
    }
    measure()
    const observer = new ResizeObserver(measure)
    observer.observe(watched)
    return () => observer.disconnect()
  }, [element])
  return size
}
