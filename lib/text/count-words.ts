/** Scripts that are written without spaces between words. */
const UNSPACED = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/u
/** Letters and digits with what joins them inside a word: "don't", "S-300", "3.5", "U.N." is two. */
const WORD = /[\p{L}\p{M}\p{N}]+(?:['’\-.,\u00b7\u200c][\p{L}\p{M}\p{N}]+)*/gu

/** How many words a text has. Scripts without spaces are cut by the dictionary of the runtime (ICU). */
export function countWords(text: string): number {
  if (!UNSPACED.test(text)) return countMatches(text)
  let words = 0
  for (const segment of new Intl.Segmenter(undefined, { granularity: 'word' }).segment(text)) if (segment.isWordLike) words++
  return words
}

function countMatches(text: string): number {
  let words = 0
  WORD.lastIndex = 0
  while (WORD.test(text)) words++
  return words
}
