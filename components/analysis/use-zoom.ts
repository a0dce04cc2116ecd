import { type RefObject, useEffect, useState } from 'react'
import type { Point } from './network-shapes.ts'
import type { Size } from './use-size.ts'

/** What of a picture is seen: enlarged by `scale`, moved by `x` and `y` in its units. */
export interface Zoom {
  scale: number
  x: number
  y: number
}

const WHOLE: Zoom = { scale: 1, x: 0, y: 0 }
const MOST = 6
/** How much one turn of a wheel enlarges. */
const PER_PIXEL = 0.005

export interface Zooming {
  zoom: Zoom
  /** Enlarges round a point of what is seen; without one round its middle. */
  zoomBy(factor: number, around?: Point): void
  moveBy(dx: number, dy: number): void
  showAll(): void
}

/** Zooming and moving a picture of a size. The wheel zooms with Ctrl, as pinching on a touchpad does; alone it scrolls the page. */
export function useZoom(picture: RefObject<SVGSVGElement | null>, size: Size): Zooming {
  const [zoom, setZoom] = useState(WHOLE)
  const zoomBy = (factor: number, around: Point = { x: size.width / 2, y: size.height / 2 }) =>
    setZoom((known) => zoomed(known, factor, around, size))
  useEffect(() => {
    const watched = picture.current
    if (!watched) return
    const onWheel = (event: WheelEvent) => {
      if (!event.ctrlKey && !event.metaKey) return
      event.preventDefault()
      const { left, top } = watched.getBoundingClientRect()
      const around = { x: event.clientX - left, y: event.clientY - top }
      setZoom((known) => zoomed(known, Math.exp(-event.deltaY * PER_PIXEL), around, size))
    }
    watched.addEventListener('wheel', onWheel, { passive: false })
    return () => watched.removeEventListener('wheel', onWheel)
  }, [picture, size])
  return {
    zoom: within(zoom, size),
    zoomBy,
    moveBy: (dx, dy) => setZoom(({ scale, x, y }) => within({ scale, x: x + dx, y: y + dy }, size)),
    showAll: () => setZoom(WHOLE),
  }
}

function zoomed({ scale, x, y }: Zoom, factor: number, around: Point, size: Size): Zoom {
  const next = Math.max(1, Math.min(MOST, scale * factor))
  const by = next / scale
  return within({ scale: next, x: around.x - (around.x - x) * by, y: around.y - (around.y - y) * by }, size)
}

/** Nothing but the picture is seen. */
function within({ scale, x, y }: Zoom, { width, height }: Size): Zoom {
  return { scale, x: clamp(x, width * (1 - scale)), y: clamp(y, height * (1 - scale)) }
}

function clamp(value: number, least: number): number {
  return Math.min(0, Math.max(least, value))
}
