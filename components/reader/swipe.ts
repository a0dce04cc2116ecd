/** A drag shorter than this is a tap, px. */
const SHORTEST = 40

export type Swipe = 'next' | 'previous' | 'close'

/** What a finger meant that moved this far on the sheet, px: sideways for another statement, down to close; null: a tap, or nothing. */
export function swipeMeant(x: number, y: number): Swipe | null {
  if (Math.abs(x) > Math.abs(y)) return Math.abs(x) < SHORTEST ? null : x < 0 ? 'next' : 'previous'
  return y < SHORTEST ? null : 'close'
}

/** How far the sheet goes with the finger, px: down as far as it is pulled, sideways a third, since it does not leave. */
export function sheetFollows(x: number, y: number): { x: number; y: number } {
  return Math.abs(x) > Math.abs(y) ? { x: x / 3, y: 0 } : { x: 0, y: Math.max(0, y) }
}
