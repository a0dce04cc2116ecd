const words = new Intl.Segmenter(undefined, { granularity: 'word' })
const sentences = new Intl.Segmenter(undefined, { granularity: 'sentence' })

/**
 * The next wider range in a paragraph: whole words, then the sentence without the blanks after it, then all of it; null
 * when it is all of it already. UTF-16 offsets, end exclusive.
 */
export function widenRange(text: string, from: number, to: number): [number, number] | null {
  const first = words.segment(text).containing(from)
  const last = words.segment(text).containing(to - 1)
  const opening = sentences.segment(text).containing(from)
  const closing = sentences.segment(text).containing(to - 1)
  const candidates: [number, number][] = [
    [first?.isWordLike ? first.index : from, last?.isWordLike ? last.index + last.segment.length : to],
    [opening?.index ?? 0, closing ? closing.index + closing.segment.trimEnd().length : text.length],
    [0, text.length],
  ]
  return candidates.find(([start, end]) => start <= from && end >= to && end - start > to - from) ?? null
}

/** The sentence at an offset of a paragraph, without the blanks after it. UTF-16 offsets, end exclusive. */
export function sentenceAt(text: string, at: number): [number, number] {
  const sentence = sentences.segment(text).containing(Math.min(at, Math.max(0, text.length - 1)))
  return sentence ? [sentence.index, sentence.index + sentence.segment.trimEnd().length] : [0, text.length]
}
