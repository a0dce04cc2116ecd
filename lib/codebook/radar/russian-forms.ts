/** What a word of a name ends in, and in what all its forms end. Folded, so "ё" is "е". */
export interface WordForms {
  /** Length of the ending that is taken off to get the stem, UTF-16 units. */
  taken: number
  endings: ReadonlySet<string>
}

/** A word that has one form only. */
export const ONE_FORM: WordForms = { taken: 0, endings: new Set(['']) }

/** Longest ending of any form. */
export const LONGEST_ENDING = 4
const SHORTEST_STEM = 2

interface Declension {
  /** What the dictionary form ends in. */
  ending: string
  singular: string
  plural: string
}

const NO_ENDING = '-'

/**
 * The declensions of nouns and adjectives (A. A. Zaliznyak's types, without vowels that come and go), longest dictionary
 * ending first. Where one ending has two declensions ("Верховный", "Дмитрий"; "Вооружённые", "Движение") it has the forms of both.
 */
const DECLENSIONS: readonly Declension[] = [
  { ending: 'ий', singular: 'ий его ого ему ому им ем ом ия ию ием ии', plural: 'ие их ими иев иям иями иях' },
  { ending: 'ый', singular: 'ый ого ому ым ом', plural: 'ые ых ыми' },
  { ending: 'ой', singular: 'ой ого ому ым им ом', plural: 'ые ие ых их ыми ими' },
  { ending: 'ая', singular: 'ая ой ею ою ую ей', plural: 'ые ых ым ыми ие их им ими' },
  { ending: 'яя', singular: 'яя ей ею юю', plural: 'ие их им ими' },
  { ending: 'ое', singular: 'ое ого ому ым им ом', plural: 'ые ых ыми' },
  { ending: 'ее', singular: 'ее его ему им ем', plural: 'ие их ими' },
  { ending: 'ые', singular: 'ые ых ым ыми', plural: '' },
  { ending: 'ие', singular: 'ие их им ими ия ию ием ии', plural: 'ий иям иями иях' },
  { ending: 'ия', singular: 'ия ии ию ией иею', plural: 'ий иям иями иях' },
  { ending: 'а', singular: 'а ы и е у ой ей ою ею', plural: '- ам ами ах' },
  { ending: 'я', singular: 'я и е ю ей ею', plural: '- й ь ям ями ях' },
  { ending: 'о', singular: 'о а у ом е', plural: '- ам ами ах' },
  { ending: 'е', singular: 'е я ю ем и', plural: 'ей ям ями ях' },
  { ending: 'ь', singular: 'ь я ю ем е и ью', plural: 'ей ям ями ях' },
  { ending: 'й', singular: 'й я ю ем е и', plural: 'ев ям ями ях' },
  { ending: 'ы', singular: 'ы ов ам ами ах -', plural: '' },
  { ending: 'и', singular: 'и ов ев ей ам ами ах ям ями ях й ь -', plural: '' },
  { ending: '', singular: '- а у ом ем е ым', plural: 'ы и ов ев ей ам ами ах' },
]

const split = (endings: string): string[] =>
  endings.split(' ').flatMap((ending) => (ending === '' ? [] : [ending === NO_ENDING ? '' : ending]))
const formsOf = (declension: Declension, endings: string[]): WordForms => ({ taken: declension.ending.length, endings: new Set(endings) })
const IN_SINGULAR = DECLENSIONS.map((one) => formsOf(one, split(one.singular)))
const IN_BOTH = DECLENSIONS.map((one) => formsOf(one, [...split(one.singular), ...split(one.plural)]))

/**
 * The forms of a Russian word of a name.
 * @param word folded
 * @param singular it stands for one of its kind and has no plural: "Иван" is not in "Иванов"
 */
export function russianForms(word: string, singular: boolean): WordForms {
  const at = DECLENSIONS.findIndex(({ ending }) => word.endsWith(ending) && word.length - ending.length >= SHORTEST_STEM)
  return (at < 0 ? undefined : (singular ? IN_SINGULAR : IN_BOTH)[at]) ?? ONE_FORM
}

export const isRussian = (folded: string): boolean => /^[а-я]+$/.test(folded)
