/** Up to so many rows are all drawn; a list that long scrolls and finds as any. */
const ALL = 250
/** Rows drawn above and below what is seen. */
const MARGIN = 25
/** The window moves in steps of so many rows, so that not every pixel of scrolling draws anew. */
const STEP = 10

/** A part of a list: the first row and the one behind the last. */
export interface RowWindow {
  first: number
  end: number
}

/** Which rows of a long list are drawn. @param top px scrolled @param height px seen @param row px of one row */
export function rowWindow(count: number, { top, height, row }: { top: number; height: number; row: number }): RowWindow {
  if (count <= ALL) return { first: 0, end: count }
  const first = Math.floor(Math.max(0, top / row - MARGIN) / STEP) * STEP
  const end = Math.ceil(((top + height) / row + MARGIN) / STEP) * STEP
  return { first: Math.min(first, Math.max(0, count - 1)), end: Math.min(count, end) }
}
