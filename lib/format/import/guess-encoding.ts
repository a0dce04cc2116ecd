import { analyse } from 'chardet'
import { letterScores, ONE_BYTE_ENCODINGS, type OneByteEncoding } from './letter-ranks.ts'

/** Bytes looked at; guessing does not get better with more. */
const SAMPLE = 65_536
const BEFORE_FIRST_HIGH_BYTE = 512
/** Mean score of a character below which no one-byte encoding is believable. Real text is near -3, wrong decodings below -5. */
const BELIEVABLE = -4.8
const EAST_ASIAN = new Map([
  ['GB18030', 'gb18030'],
  ['Big5', 'big5'],
  ['Shift_JIS', 'shift_jis'],
  ['EUC-JP', 'euc-jp'],
  ['EUC-KR', 'euc-kr'],
])

const RUN = /[\p{L}\p{M}]+|[^\p{L}\p{M}\0-\x7f]/gu
const TYPOGRAPHY = /[\u00a0\u00ad«»“”„‟‘’‚‹›–—―…•·№°§©®™€£،؛؟¿¡½¼¾²³]/
const LOWER_UPPER = /\p{Ll}\p{Lu}/u
const GLUED = /[\p{L}\p{M}]/u

/**
 * The encoding of text that has bytes above 0x7f and is not UTF-8 or UTF-16: as a WHATWG name TextDecoder takes. One-byte
 * encodings are judged by what letters come out and how they stand together, because statistics of byte pairs (chardet)
 * need more text than a headline; chardet decides between the East Asian ones.
 */
export function guessEncoding(bytes: Uint8Array): string {
  const sample = interestingPart(bytes)
  let best = { encoding: 'windows-1252', score: Number.NEGATIVE_INFINITY, mean: Number.NEGATIVE_INFINITY }
  for (const candidate of ONE_BYTE_ENCODINGS) {
    const { sum, n } = scoreText(new TextDecoder(candidate.encoding).decode(sample), candidate)
    // One byte is one character in all of these, so the sums are over the same characters.
    const score = sum + candidate.prior
    if (score > best.score) best = { encoding: candidate.encoding, score, mean: sum / Math.max(1, n) }
  }
  return best.mean < BELIEVABLE ? (guessEastAsian(sample) ?? best.encoding) : best.encoding
}

function interestingPart(bytes: Uint8Array): Uint8Array {
  const first = bytes.findIndex((byte) => byte > 0x7f)
  const start = Math.max(0, first - BEFORE_FIRST_HIGH_BYTE)
  return bytes.subarray(start, start + SAMPLE)
}

/** Every character takes two bytes, mostly high ones. Short texts leave chardet undecided: the scripts that come out then decide. */
function guessEastAsian(sample: Uint8Array): string | undefined {
  if (sample.filter((byte) => byte > 0x7f).length * 3 < sample.length) return undefined
  let best: { encoding: string; score: number } | undefined
  for (const { name, confidence } of analyse(sample)) {
    const encoding = EAST_ASIAN.get(name)
    const text = encoding && strictly(encoding, sample)
    if (!encoding || !text) continue
    const isJapanese = encoding === 'shift_jis' || encoding === 'euc-jp'
    const fits = isJapanese === /[ぁ-んァ-ン]/.test(text) ? (isJapanese ? 20 : 10) : 0
    const score = confidence + fits + (encoding === 'gb18030' ? 5 : 0) - (/[\uff61-\uff9f\ue000-\uf8ff]/.test(text) ? 40 : 0)
    if (!best || score > best.score) best = { encoding, score }
  }
  return best && best.score > 0 ? best.encoding : undefined
}

function strictly(encoding: string, bytes: Uint8Array): string | undefined {
  try {
    // A sample may end inside a character.
    return new TextDecoder(encoding, { fatal: true }).decode(bytes, { stream: true })
  } catch {
    return undefined
  }
}

/** Sum of the scores of the characters outside ASCII, and their number. A score is near the logarithm of a likelihood. */
function scoreText(text: string, candidate: OneByteEncoding): { sum: number; n: number } {
  const scores = letterScores(candidate.letters)
  let sum = 0
  let n = 0
  for (const { 0: run, index } of text.matchAll(RUN)) {
    const outside = Array.from(run).filter((c) => c > '\x7f')
    n += outside.length
    if (outside.length === 0) continue
    const isWord = GLUED.test(run)
    sum += isWord ? scoreWord(run, outside, scores, candidate) : scoreSign(run, text[index - 1] ?? ' ', text[index + run.length] ?? ' ')
  }
  return { sum, n }
}

/** Quotation marks and dashes stand at the edge of words; a sign inside a word is a wrong decoding. */
function scoreSign(sign: string, before: string, after: string): number {
  if (!TYPOGRAPHY.test(sign)) return -9
  return GLUED.test(before) && GLUED.test(after) && sign !== '’' ? -8 : -4
}

function scoreWord(
  word: string,
  outside: readonly string[],
  scores: ReadonlyMap<string, number>,
  { vowels, finals }: OneByteEncoding,
): number {
  const isLatin = !vowels && !finals
  let score = 0
  for (const [i, c] of outside.entries()) {
    const lower = c.toLowerCase()
    score += scores.get(lower) ?? (/\p{M}/u.test(c) ? -6 : -8)
    // Running text is lower case: encodings that swap the cases differ in little else.
    if (c !== lower) score -= 0.3
    if (finals?.includes(c) && i < outside.length - 1) score -= 4
    if (vowels && i > 0) score += vowels.includes(lower) === vowels.includes(outside[i - 1]!.toLowerCase()) ? -0.4 : 0.4
  }
  // "пРИВЕТ" and "rйpublique" are what wrong decodings look like, and words that start with a point or accent.
  if (LOWER_UPPER.test(word)) score -= 3 * outside.length
  if (/^\p{M}/u.test(word)) score -= 4
  if (!isLatin && outside.length < Array.from(word).length) score -= 4 * outside.length
  if (isLatin && outside.length > 3 && outside.length * 2 > word.length) score -= 3 * outside.length
  return score
}
