import { codePointOffsets } from '#/lib/annotation/code-points.ts'
import type { OffsetView } from './offset-views.ts'

/** For which program a project is written: they read the same format and count characters their own ways. */
export const QDPX_PROFILES = ['standard', 'nvivo', 'maxqda'] as const
export type QdpxProfile = (typeof QDPX_PROFILES)[number]

interface Habits extends OffsetView {
  /** Whether text files end their lines with "\r\n". */
  windowsLines: boolean
}

/**
 * NVivo counts as Windows does, its texts have a mark that does not count. MAXQDA wants line ends of Windows in the file, and counts them as
 * one.
 */
const HABITS: Readonly<Record<QdpxProfile, Habits>> = {
  standard: { unit: 'code-point', bom: false, crlf: 1, windowsLines: false },
  nvivo: { unit: 'utf16', bom: true, crlf: 2, windowsLines: true },
  maxqda: { unit: 'code-point', bom: false, crlf: 1, windowsLines: true },
}

/** The text of a document as a file. @param text canonical */
export function textFile(text: string, profile: QdpxProfile): string {
  const { bom, windowsLines } = HABITS[profile]
  return `${bom ? '\ufeff' : ''}${windowsLines ? text.replaceAll('\n', '\r\n') : text}`
}

/** Turns UTF-16 offsets of a canonical text into positions as the program counts them in its file. */
export function positionsIn(text: string, profile: QdpxProfile): (offset: number) => number {
  const { unit, crlf, windowsLines } = HABITS[profile]
  const inUnit = unit === 'code-point' ? codePointOffsets(text) : (offset: number) => offset
  if (!windowsLines || crlf === 1) return inUnit
  const ends = Array.from(text.matchAll(/\n/g), ({ index }) => index)
  return (offset) => inUnit(offset) + countBelow(ends, offset)
}

/** How many of ascending numbers are below one. */
function countBelow(sorted: readonly number[], limit: number): number {
  let low = 0
  let high = sorted.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((sorted[middle] as number) < limit) low = middle + 1
    else high = middle
  }
  return low
}
