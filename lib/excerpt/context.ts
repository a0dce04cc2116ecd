/** How far the context of an excerpt reaches on either side, in UTF-16 units. */
export const CONTEXT_LENGTH = 200

/** The words around a passage, as an excerpt is read. Either side is empty at the edge of its paragraph. */
export interface ExcerptContext {
  before: string
  after: string
}

/**
 * What stands around the passage [start, end) of a canonical text (UTF-16 offsets): at most CONTEXT_LENGTH units on each side, within the
 * paragraph, whole words (unless a single "word" is longer, as in scripts without spaces), never half a surrogate pair. Joined as they are,
 * `before + quote + after` is a stretch of the text.
 */
export function contextOf(text: string, start: number, end: number): ExcerptContext {
  return { before: before(text, start), after: after(text, end) }
}

/** The nearest part of a context: at most `length` UTF-16 units on each side, cut as `contextOf` cuts. */
export function nearContext({ before: words, after: rest }: ExcerptContext, length: number): ExcerptContext {
  return { before: before(words, words.length, length), after: after(rest, 0, length) }
}

function before(text: string, start: number, length = CONTEXT_LENGTH): string {
  const paragraph = start === 0 ? 0 : text.lastIndexOf('\n', start - 1) + 1
  let from = Math.max(paragraph, start - length)
  if (from > paragraph) {
    const cut = text.slice(from - 1, start).search(/\s/u)
    if (cut >= 0 && from + cut < start) from += cut
    else if (isLowSurrogate(text, from)) from++
  }
  return text.slice(from, start)
}

function after(text: string, end: number, length = CONTEXT_LENGTH): string {
  const newline = text.indexOf('\n', end)
  const paragraph = newline < 0 ? text.length : newline
  let to = Math.min(paragraph, end + length)
  if (to < paragraph) {
    const cut = text.slice(end, to + 1).search(/\s\S*$/u)
    if (cut > 0) to = end + cut
    else if (isLowSurrogate(text, to)) to--
  }
  return text.slice(end, to)
}

function isLowSurrogate(text: string, at: number): boolean {
  const unit = text.charCodeAt(at)
  return unit >= 0xdc00 && unit <= 0xdfff
}
