import type { CSSProperties } from 'react'
import { hueColour } from './mark-hue.ts'

/** The bar of a statement: in one colour through `data-h`, in two as a split, set through the CSSOM. */
export function barColour(hues: readonly number[]): { 'data-h': number | undefined; style?: CSSProperties } {
  const [first = 0, second] = hues
  const colour = (hue: number): string => (hue === 0 ? 'var(--line-strong)' : hueColour(hue, 'line'))
  if (second === undefined) return { 'data-h': first || undefined }
  return {
    'data-h': first || undefined,
    style: { '--bar': `linear-gradient(${colour(first)} 50%, ${colour(second)} 50%)` } as CSSProperties,
  }
}
