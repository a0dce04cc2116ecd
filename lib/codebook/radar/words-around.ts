/** What stands before and after some words. */
export interface WordsAround {
  before: string
  after: string
}

/**
 * Up to so many UTF-16 units on either side of [start, end) for people to read, within the paragraph: no half words at the cuts, which an
 * ellipsis marks.
 */
export function wordsAround(text: string, start: number, end: number, most: number): WordsAround {
  const paragraph = text.lastIndexOf('\n', start - 1) + 1
  const next = text.indexOf('\n', end)
  const last = next < 0 ? text.length : next
  const from = Math.max(paragraph, start - most)
  const to = Math.min(last, end + most)
  const before = from > paragraph ? `…${text.slice(from, start).replace(/^\S*\s/u, '')}` : text.slice(from, start)
  const after = to < last ? `${text.slice(end, to).replace(/\s\S*$/u, '')}…` : text.slice(end, to)
  return { before: before.toWellFormed(), after: after.toWellFormed() }
}
