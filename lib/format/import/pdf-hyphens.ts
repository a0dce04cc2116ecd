const HYPHEN_END = /(\p{L}+)[-\u2010\u00ad]$/u
const HALF_AT_END = /[\p{L}-]+[-\u2010\u00ad]$/u
const WORD = /\p{L}[\p{L}\p{M}]*(?:[-\u2010]\p{L}[\p{L}\p{M}]*)*/gu
const WORD_START = /^\p{Ll}[\p{L}\p{M}]*/u

/** Joins lines to one text and undoes the hyphenation at their ends. */
export type LineJoiner = (lines: readonly string[]) => string

/**
 * A joiner that knows the words of a document: "adip-" and "iscing" become one word when that word, or nothing else,
 * stands elsewhere; "well-" and "known" keep the hyphen when "well-known" does.
 */
export function lineJoiner(lines: readonly string[]): LineJoiner {
  const words = new Set<string>()
  for (const [i, line] of lines.entries()) {
    // Halves of words at line ends say nothing about words.
    const whole = line.replace(HALF_AT_END, '')
    const rest = HYPHEN_END.test(lines[i - 1] ?? '') ? whole.replace(WORD_START, '') : whole
    for (const [word] of rest.toLowerCase().matchAll(WORD)) words.add(word)
  }
  return (parts) => parts.reduce((text, part) => joinTwo(text, part, words), '')
}

function joinTwo(text: string, part: string, words: ReadonlySet<string>): string {
  if (text === '') return part
  const before = HYPHEN_END.exec(text)
  const after = WORD_START.exec(part)
  if (text.endsWith('\u00ad')) return text.slice(0, -1) + part
  if (!before || !after) return /\p{L}[-\u2010]$/u.test(text) || isUnspaced(text, part) ? text + part : `${text} ${part}`
  const [first, second] = [before[1]!.toLowerCase(), after[0].toLowerCase()]
  const keeps = words.has(`${first}-${second}`) && !words.has(first + second)
  // "US-Russia-" or "well-": a part with a hyphen of its own, or one that is a whole word joined nowhere, is a compound.
  const isCompound =
    !words.has(first + second) &&
    (/\p{L}[-\u2010]\p{L}+[-\u2010]$/u.test(text) || (words.has(first) && words.has(second) && first.length > 3))
  return keeps || isCompound ? text + part : text.slice(0, -1) + part
}

/** Scripts that put no space between words. */
function isUnspaced(text: string, part: string): boolean {
  const pattern = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}。、，]/u
  return pattern.test(text.at(-1) ?? '') && pattern.test(part[0] ?? '')
}
