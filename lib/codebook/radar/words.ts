/** How a word is joined to the one before it. Names only go on across words that are not `apart`. */
export type WordLink = 'apart' | 'space' | 'hyphen' | 'none'

/** A word of a text. UTF-16 offsets, end exclusive. */
export interface Word {
  text: string
  start: number
  end: number
  link: WordLink
}

const LETTER = 1
/** Belongs to the letter before it: accents, vowel marks, joiners. */
const MARK = 2
/** A letter of a script that puts no spaces between words: a word by itself. */
const UNSPACED = 3
const OTHER = 4

const UNSPACED_SCRIPTS =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/u

/** Kinds of the characters of the basic plane as far as they were met; 0: not yet. */
const KINDS = new Uint8Array(0x10000)

/**
 * The words of a text: letters and digits with their marks, apostrophes inside words and the full stops of initials ("U.S.")
 * included; in scripts without spaces every character is one. Hyphens part words.
 */
export function wordsOf(text: string): Word[] {
  const words: Word[] = []
  let last = 0
  for (let at = 0; at < text.length; ) {
    const kind = kindAt(text, at)
    if (kind === OTHER || kind === MARK) {
      at += 1
      continue
    }
    const start = at
    at = kind === UNSPACED ? marksEnd(text, at + sizeAt(text, at)) : wordEnd(text, at)
    words.push({ text: text.slice(start, at), start, end: at, link: words.length === 0 ? 'apart' : linkOf(text, last, start, words) })
    last = at
  }
  return words
}

const APOSTROPHES = new Set(["'", '\u2019', '\u2018', '`', '\u00b4'])

function wordEnd(text: string, start: number): number {
  let at = start
  for (;;) {
    const kind = at < text.length ? kindAt(text, at) : OTHER
    if (kind === LETTER) at += sizeAt(text, at)
    else if (kind === MARK) at += 1
    else if (kind === OTHER && goesOn(text, start, at)) at += 1
    else return text[at] === '.' && text[at - 2] === '.' && at - 2 > start ? at + 1 : at
  }
}

function marksEnd(text: string, from: number): number {
  let at = from
  while (at < text.length && kindAt(text, at) === MARK) at += 1
  return at
}

/** Whether a sign is inside a word: an apostrophe before a letter, a full stop between initials. */
function goesOn(text: string, start: number, at: number): boolean {
  if (at + 1 >= text.length || kindAt(text, at + 1) !== LETTER) return false
  if (APOSTROPHES.has(text[at]!)) return true
  const isInitial = text[at] === '.' && (at - 1 === start || text[at - 2] === '.')
  return isInitial && (at + 2 >= text.length || kindAt(text, at + 2) !== LETTER)
}

const QUOTES = new Set('"\u201c\u201d\u201e\u00ab\u00bb\'\u2018\u2019')
const HYPHENS = new Set('-\u2010\u2011\u2013')
const LONGEST_GAP = 3
/** A full stop behind so short a word may be that of an abbreviation: "Gen. Haftar". */
const LONGEST_SHORTENED = 3

function linkOf(text: string, from: number, to: number, words: readonly Word[]): WordLink {
  if (from === to) return 'none'
  if (to - from > LONGEST_GAP) return 'apart'
  let hyphens = 0
  for (let at = from; at < to; at++) {
    const sign = text[at]!
    if (sign === '\n') return 'apart'
    if (HYPHENS.has(sign)) hyphens += 1
    else if (sign === '.' ? words.at(-1)!.text.length > LONGEST_SHORTENED : !QUOTES.has(sign) && !/[\s/_]/.test(sign)) return 'apart'
  }
  if (hyphens === 0) return 'space'
  // With spaces around it, it is a dash between two thoughts.
  return to - from === 1 ? 'hyphen' : 'apart'
}

function sizeAt(text: string, at: number): number {
  return text.codePointAt(at)! > 0xffff ? 2 : 1
}

function kindAt(text: string, at: number): number {
  const code = text.charCodeAt(at)
  if ((code & 0xf800) === 0xd800) return kindOf(String.fromCodePoint(text.codePointAt(at)!))
  const known = KINDS[code]!
  if (known !== 0) return known
  const kind = kindOf(text[at]!)
  KINDS[code] = kind
  return kind
}

function kindOf(character: string): number {
  if (UNSPACED_SCRIPTS.test(character)) return UNSPACED
  if (/[\p{L}\p{N}]/u.test(character)) return LETTER
  return /[\p{M}\u00ad\u200c-\u200f]/u.test(character) ? MARK : OTHER
}
