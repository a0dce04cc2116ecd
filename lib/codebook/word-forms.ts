import { nameFold } from './name-fold.ts'

/** Russian endings of nouns and adjectives, longest first, folded as names are. A light stemmer in the manner of Snowball's. */
const RUSSIAN_ENDINGS =
  'иями ями ами ого его ому ему ыми ими ией иям иях ией ьев ием ьям ьях ии ия ию ие ой ей ом ем ам ям ах ях ов ев ий ый ая яя ое ее ые ие ую юю ых их ым им а я о е ы и у ю ь й'
    .split(' ')
    .map(nameFold)
    .sort((a, b) => b.length - a.length)
const SHORTEST_STEM = 3

/**
 * The stem a word is compared by: folded, Russian words without their ending, so that "России" is found as "Россия".
 * Short words stay whole.
 */
export function stemWord(word: string): string {
  const folded = nameFold(word)
  if (!/^[а-я]+$/.test(folded)) return folded
  const ending = RUSSIAN_ENDINGS.find((candidate) => folded.endsWith(candidate) && folded.length - candidate.length >= SHORTEST_STEM)
  return ending ? folded.slice(0, -ending.length) : folded
}

/**
 * The stems a word in a text may stand for. An Arabic word may carry "and", "so" (و ف), then "in, as, for" (ب ك ل), which
 * are written onto it; "ل" before the article swallows its alef.
 */
export function stemsOf(word: string): string[] {
  const stem = stemWord(word)
  if (!/^[\u0621-\u064a]{4,}$/.test(stem)) return [stem]
  const forms = new Set([stem])
  for (const form of [stem, /^[وف]/.test(stem) ? stem.slice(1) : stem]) {
    forms.add(form)
    if (/^[بكل]/.test(form)) forms.add(form.slice(1))
    if (form.startsWith('لل')) forms.add(`ا${form.slice(1)}`)
  }
  return [...forms].filter((form) => form.length >= SHORTEST_STEM)
}
