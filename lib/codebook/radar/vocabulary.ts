import { nameFold } from '../name-fold.ts'
import { arabicBase, arabicForms, isArabic } from './arabic-forms.ts'
import { isRussian, LONGEST_ENDING, ONE_FORM, russianForms, type WordForms } from './russian-forms.ts'

/** A word of names that a word of a text may be a form of. */
export interface Reading {
  /** Number of the word, from 1. */
  word: number
  /** Only as the first word of a name: something is written onto it. */
  isFirst: boolean
  /** UTF-16 units at the end of the text's word that do not belong to the name: "'s". */
  cut: number
}

interface NameWord {
  number: number
  forms: WordForms
}

const NOTHING: readonly Reading[] = []
const POSSESSIVE = /['\u2019]s$/i
/** No name has a longer word. */
const LONGEST_WORD = 200
/** Words of texts that are remembered. A megabyte has about 30,000 different ones. */
const MOST_KNOWN = 200_000

/**
 * All words of names, each with the forms it can take in a text. Letters are compared as `nameFold` does: case, accents, vowel marks,
 * apostrophes and the full stops of initials do not count.
 */
export class Vocabulary {
  readonly #byStem = new Map<string, NameWord[]>()
  /** Numbers by the word as it was written, without and with a plural. */
  readonly #numbers = [new Map<string, number>(), new Map<string, number>()] as const
  readonly #known = new Map<string, readonly Reading[]>()
  #count = 0

  /**
   * The number of a word of a name; a new one for a new word.
   * @param singular see `russianForms`
   */
  add(written: string, singular: boolean): number {
    const numbers = this.#numbers[singular ? 0 : 1]
    const number = numbers.get(written) ?? this.#addNew(written, singular)
    numbers.set(written, number)
    return number
  }

  #addNew(written: string, singular: boolean): number {
    const folded = foldWord(written)
    const forms = isRussian(folded) ? russianForms(folded, singular) : ONE_FORM
    const stem = isArabic(folded) ? arabicBase(folded) : folded.slice(0, folded.length - forms.taken)
    const same = this.#byStem.get(stem)
    const known = same?.find((word) => word.forms === forms)
    if (known) return known.number
    const word = { number: ++this.#count, forms }
    if (same) same.push(word)
    else this.#byStem.set(stem, [word])
    // Emptying a map costs as much as making one.
    if (this.#known.size > 0) this.#known.clear()
    return word.number
  }

  /** What a word of a text can be. */
  read(written: string): readonly Reading[] {
    if (written.length > LONGEST_WORD) return NOTHING
    let readings = this.#known.get(written)
    if (!readings) {
      const found = this.#readAs(written, 0)
      const owned = POSSESSIVE.test(written) ? this.#readAs(written.slice(0, -2), 2) : NOTHING
      readings = found.length + owned.length === 0 ? NOTHING : [...found, ...owned]
      if (this.#known.size >= MOST_KNOWN) this.#known.clear()
      this.#known.set(written, readings)
    }
    return readings
  }

  #readAs(written: string, cut: number): readonly Reading[] {
    const folded = foldWord(written)
    if (isRussian(folded)) return this.#readRussian(folded, cut)
    if (isArabic(folded))
      return arabicForms(folded).flatMap(({ word, prefixed }) =>
        this.#withEnding(word, '').map((number) => ({ word: number, isFirst: prefixed, cut })),
      )
    return this.#withEnding(folded, '').map((word) => ({ word, isFirst: false, cut }))
  }

  #readRussian(folded: string, cut: number): readonly Reading[] {
    const readings: Reading[] = []
    for (let length = 0; length <= LONGEST_ENDING && length < folded.length; length++) {
      const stem = folded.slice(0, folded.length - length)
      for (const word of this.#withEnding(stem, folded.slice(stem.length))) readings.push({ word, isFirst: false, cut })
    }
    return readings
  }

  #withEnding(stem: string, ending: string): number[] {
    return this.#byStem.get(stem)?.flatMap(({ number, forms }) => (forms.endings.has(ending) ? [number] : [])) ?? []
  }
}

/** `nameFold` of one word; most are plain. */
function foldWord(word: string): string {
  return /^[a-z0-9]+$/i.test(word) ? word.toLowerCase() : nameFold(word)
}
