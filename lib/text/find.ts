import { type FindLetters, type FoldedText, foldForFind } from '#/lib/text/find-fold.ts'

/** What counts as a hit. */
export interface FindOptions extends FindLetters {
  /** "Rus" does not find "Russia". */
  wholeWords: boolean
}

/** A part of the canonical text, UTF-16 offsets; `from` < `to`, at the borders of what readers take for letters. */
export interface FoundRange {
  from: number
  to: number
}

export interface Found {
  /** In order, none overlapping. */
  ranges: FoundRange[]
  /** There are more than were asked for. */
  more: boolean
}

/** Hits looked for, and replaced in one go, at most: more would stop the page for seconds. */
export const MOST_HITS = 10_000

/** Finds every place of `query` in a canonical text. A hit never reaches across a line end. */
export function find(canonical: string, query: string, options: FindOptions, most = MOST_HITS): Found {
  return findFolded(canonical, foldForFind(canonical, options), query, options, most)
}

/** As {@link find}, in a text folded before with the same options: for queries that change key by key. */
export function findFolded(canonical: string, folded: FoldedText, query: string, options: FindOptions, most = MOST_HITS): Found {
  const wanted = foldForFind(query.replaceAll('\n', ' '), options).text
  const ranges: FoundRange[] = []
  if (wanted === '') return { ranges, more: false }
  const { text, from, to } = folded
  for (let at = text.indexOf(wanted); at >= 0; ) {
    const last = at + wanted.length - 1
    const range = { from: from[at]!, to: to[last]! }
    // "s" is not found in one half of "ß", which folds to "ss".
    const isWhole = from[at - 1] !== from[at] && to[last + 1] !== to[last]
    const isHit = isWhole && (!options.wholeWords || isWord(canonical, range))
    if (isHit && ranges.length === most) return { ranges, more: true }
    if (isHit) ranges.push(range)
    at = text.indexOf(wanted, isHit ? last + 1 : at + 1)
  }
  return { ranges, more: false }
}

const ENDS_IN_WORD = /[\p{L}\p{N}\p{M}_]$/u
const BEGINS_WITH_WORD = /^[\p{L}\p{N}\p{M}_]/u

/** Whether no word goes on beyond either end of a range. */
function isWord(text: string, { from, to }: FoundRange): boolean {
  const goesOnBefore = ENDS_IN_WORD.test(text.slice(Math.max(0, from - 2), from)) && BEGINS_WITH_WORD.test(text.slice(from, from + 2))
  const goesOnAfter = BEGINS_WITH_WORD.test(text.slice(to, to + 2)) && ENDS_IN_WORD.test(text.slice(Math.max(0, to - 2), to))
  return !goesOnBefore && !goesOnAfter
}
