/** Where sentences and paragraphs that a passage stands in begin and end, UTF-16 units. */
export interface PassageUnits {
  sentenceStart: number
  sentenceEnd: number
  paragraphStart: number
  paragraphEnd: number
}

const SENTENCES = new Intl.Segmenter(undefined, { granularity: 'sentence' })

/**
 * Tells for passages [start, end) of a canonical text which sentences and which paragraphs (lines) they touch. Sentences end as
 * Unicode says (UAX #29). Only paragraphs that are asked about are looked through, and each once.
 */
export function unitsIn(text: string): (start: number, end: number) => PassageUnits {
  const sentenceStarts = new Map<number, number[]>()
  const startsIn = (from: number, to: number): number[] => {
    const known = sentenceStarts.get(from)
    if (known) return known
    const starts = Array.from(SENTENCES.segment(text.slice(from, to)), ({ index }) => from + index)
    sentenceStarts.set(from, starts)
    return starts
  }
  const paragraphAt = (at: number) => {
    const from = at === 0 ? 0 : text.lastIndexOf('\n', at - 1) + 1
    const newline = text.indexOf('\n', at)
    return { from, to: newline < 0 ? text.length : newline }
  }
  return (start, end) => {
    const first = paragraphAt(start)
    const last = end <= first.to ? first : paragraphAt(Math.max(start, end - 1))
    const sentenceStart = startsIn(first.from, first.to).findLast((from) => from <= start) ?? first.from
    const sentenceEnd = startsIn(last.from, last.to).find((from) => from >= end && from > start) ?? last.to
    return { sentenceStart, sentenceEnd, paragraphStart: first.from, paragraphEnd: last.to }
  }
}
