import { fold } from '#/lib/excerpt/fold.ts'

/** A name made comparable, with the way back to the characters it came from. */
export interface FoldedName {
  text: string
  /** `origin[i]`: UTF-16 offset in the name of the character that gave `text[i]`; one more entry for the end. */
  origin: number[]
}

/** A character with the marks on it. */
const CLUSTER = /\P{M}\p{M}*|\p{M}+/gu

/** Folds a name as `fold` does, character by character, so that a match can be shown in the name as it is written. */
export function foldName(name: string): FoldedName {
  let text = ''
  const origin: number[] = []
  for (const { 0: cluster, index } of name.matchAll(CLUSTER)) {
    const folded = /^\s/u.test(cluster) ? ' ' : fold(cluster)
    for (let unit = 0; unit < folded.length; unit++) origin.push(index)
    text += folded
  }
  origin.push(name.length)
  return { text, origin }
}
