/** A rectangle of the window, px. */
export interface Box {
  left: number
  top: number
  width: number
  height: number
}

const GAP = 12
const EDGE = 8

/** The part of a rectangle that is inside the window, a little away from its edges. */
export function insideWindow(box: Box, window: { width: number; height: number }): Box {
  const left = Math.max(box.left, EDGE / 2)
  const top = Math.max(box.top, EDGE / 2)
  const right = Math.min(box.left + box.width, window.width - EDGE / 2)
  const bottom = Math.min(box.top + box.height, window.height - EDGE / 2)
  return { left, top, width: Math.max(0, right - left), height: Math.max(0, bottom - top) }
}

/**
 * Where a card of a size stands that is about a part of the page: after it, before it, else under it, always inside the
 * window. `about` null: at the foot of the window, in the middle.
 */
export function placeTour(
  about: Box | null,
  card: { width: number; height: number },
  window: { width: number; height: number },
): { left: number; top: number } {
  const within = (value: number, size: number, limit: number) => Math.max(EDGE, Math.min(value, limit - size - EDGE))
  if (!about) return { left: within((window.width - card.width) / 2, card.width, window.width), top: window.height - card.height - EDGE }
  const after = about.left + about.width + GAP
  const before = about.left - GAP - card.width
  const beside = after + card.width + EDGE <= window.width ? after : before >= EDGE ? before : null
  if (beside !== null) return { left: beside, top: within(about.top + 2 * GAP, card.height, window.height) }
  const under = about.top + about.height + GAP
  return { left: within(about.left + about.width - card.width, card.width, window.width), top: within(under, card.height, window.height) }
}
