import { fold } from '#/lib/excerpt/fold.ts'

/** How letters are compared. */
export interface FindLetters {
  /** "us" does not find "US". */
  matchCase: boolean
  /** Accents, Arabic vowel marks, tatweel and forms of letters count: "resume" does not find "résumé". */
  exactLetters: boolean
}

/** A text in the form in which it is compared, with the way back. */
export interface FoldedText {
  text: string
  /** Per unit of `text`: where the character begins and ends in the source that it stands for, UTF-16 offsets. */
  from: Int32Array
  to: Int32Array
}

/** What a reader takes for one letter: with its marks, a Hangul syllable in parts, an emoji with what is joined to it. Never a line end. */
const LETTER =
  /\p{RI}\p{RI}|[\u1100-\u115f][\u1160-\u11a7]*[\u11a8-\u11ff]*|\p{ExtPict}[\p{M}\p{EMod}]*(?:\u200d\p{ExtPict}[\p{M}\p{EMod}]*)*|[^\n]\p{M}*/uy

/** Nothing from here on up can begin a mark or be joined, below it every unit is a letter of its own. */
const FIRST_MARK = 0x300
const LINE_END = 0x0a

/**
 * Folds a text for finding, letter by letter, so that every place in it can be found again in the source. Letters compare
 * as in searches for excerpts (see fold.ts); white space of all kinds as one space each. About 60 ms for 1 MB.
 */
export function foldForFind(source: string, letters: FindLetters): FoldedText {
  const known = new Map<string, string>()
  const out = new Units(source.length)
  for (let at = 0; at < source.length; ) {
    const unit = source.charCodeAt(at)
    if (unit === LINE_END) {
      out.push('\n', at, ++at)
      continue
    }
    const letter = letterAt(source, at, unit)
    let folded = known.get(letter)
    if (folded === undefined) {
      folded = foldLetter(letter, letters)
      known.set(letter, folded)
    }
    out.push(folded, at, at + letter.length)
    at += letter.length
  }
  return out.folded()
}

/** The letters of a text as readers take them, line ends too; joined they are the text. */
export function letters(source: string): string[] {
  const list: string[] = []
  for (let at = 0; at < source.length; at += list.at(-1)!.length) {
    const unit = source.charCodeAt(at)
    list.push(unit === LINE_END ? '\n' : letterAt(source, at, unit))
  }
  return list
}

function letterAt(source: string, at: number, unit: number): string {
  const next = source.charCodeAt(at + 1)
  // NaN, at the end of the text, is not below either.
  if (unit < FIRST_MARK && !(next >= FIRST_MARK)) return source[at]!
  LETTER.lastIndex = at
  return LETTER.exec(source)![0]
}

function foldLetter(letter: string, { matchCase, exactLetters }: FindLetters): string {
  if (/^\s/u.test(letter)) return ' '
  const composed = letter.normalize('NFC').replace(/\p{Cf}/gu, '')
  const lower = composed.toLowerCase()
  if (exactLetters) return matchCase ? composed : lower
  const folded = fold(letter)
  return matchCase && lower !== composed ? folded.toUpperCase() : folded
}

/** A growing text with its ranges. */
class Units {
  private units: Uint16Array
  private from: Int32Array
  private to: Int32Array
  private length = 0

  constructor(capacity: number) {
    this.units = new Uint16Array(capacity)
    this.from = new Int32Array(capacity)
    this.to = new Int32Array(capacity)
  }

  push(text: string, from: number, to: number): void {
    if (this.length + text.length > this.units.length) this.grow(text.length)
    for (let i = 0; i < text.length; i++) {
      this.units[this.length] = text.charCodeAt(i)
      this.from[this.length] = from
      this.to[this.length] = to
      this.length++
    }
  }

  folded(): FoldedText {
    const { units, length } = this
    let text = ''
    // As many arguments as every engine takes.
    for (let i = 0; i < length; i += 8_192) text += String.fromCharCode(...units.subarray(i, Math.min(length, i + 8_192)))
    return { text, from: this.from.subarray(0, length), to: this.to.subarray(0, length) }
  }

  private grow(by: number): void {
    const capacity = this.units.length * 2 + by
    const grown = <T extends Uint16Array | Int32Array>(larger: T, old: T): T => {
      larger.set(old)
      return larger
    }
    this.units = grown(new Uint16Array(capacity), this.units)
    this.from = grown(new Int32Array(capacity), this.from)
    this.to = grown(new Int32Array(capacity), this.to)
  }
}
