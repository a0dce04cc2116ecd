/** How a program counts the characters of a text file. */
export interface OffsetView {
  /** UTF-16 units, or Unicode code points. */
  unit: 'utf16' | 'code-point'
  /** Whether a byte order mark counts. */
  bom: boolean
  /** How much "\r\n" counts. */
  crlf: 1 | 2
}

/** How REFI-QDA projects count by the standard, and what is tried first when nothing speaks for another way. */
export const STANDARD_VIEW: OffsetView = { unit: 'code-point', bom: false, crlf: 2 }

/** The ways to count in which a text comes out differently, the standard's first. @param text as decoded, with its mark and line ends */
export function viewsOf(text: string): OffsetView[] {
  const units = /[\ud800-\udbff][\udc00-\udfff]/.test(text) ? (['code-point', 'utf16'] as const) : (['code-point'] as const)
  const boms = text.startsWith('\ufeff') ? [false, true] : [false]
  const ends = text.includes('\r\n') ? ([2, 1] as const) : ([2] as const)
  return units.flatMap((unit) => boms.flatMap((bom) => ends.map((crlf) => ({ unit, bom, crlf }))))
}

/**
 * Turns positions in a view into UTF-16 offsets of the text. Null: there is no such position. A position within a surrogate pair or
 * between "\r" and "\n" gives that offset: `isSound` tells.
 */
export function offsetsIn(text: string, { unit, bom, crlf }: OffsetView): (position: number) => number | null {
  const base = text.startsWith('\ufeff') && !bom ? 1 : 0
  if (unit === 'utf16' && crlf === 2) {
    return (position) => (position >= 0 && position + base <= text.length ? position + base : null)
  }
  // Offsets at which what follows has moved on by one unit more.
  const jumps: number[] = []
  for (let at = base + 1; at < text.length; at++) if (isSkipped(text, at, unit, crlf)) jumps.push(at)
  const end = text.length - base - jumps.length
  return (position) => {
    if (position < 0 || position > end) return null
    return base + position + jumpsBefore(jumps, base + position)
  }
}

/** Whether a character is not counted: the second half of a pair, or of a line end. */
function isSkipped(text: string, at: number, unit: OffsetView['unit'], crlf: OffsetView['crlf']): boolean {
  if (unit === 'code-point' && splitsPair(text, at)) return true
  return crlf === 1 && splitsLineEnd(text, at)
}

/** How many jumps lie before what would be this offset without them: jump n lies before position p when jumps[n] - n <= p. */
function jumpsBefore(jumps: readonly number[], offset: number): number {
  let low = 0
  let high = jumps.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((jumps[middle] as number) - middle <= offset) low = middle + 1
    else high = middle
  }
  return low
}

/** Whether an offset is one a selection can begin or end at. */
export function isSound(text: string, offset: number): boolean {
  return !splitsPair(text, offset) && !splitsLineEnd(text, offset)
}

function splitsPair(text: string, at: number): boolean {
  return (text.charCodeAt(at) & 0xfc00) === 0xdc00 && (text.charCodeAt(at - 1) & 0xfc00) === 0xd800
}

function splitsLineEnd(text: string, at: number): boolean {
  return text.charCodeAt(at) === 10 && text.charCodeAt(at - 1) === 13
}
