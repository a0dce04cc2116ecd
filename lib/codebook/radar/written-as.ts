/** How a name must be written in a text to be read as that name. */
export interface WrittenAs {
  /** The word that must have a capital; -1: none has. */
  capitalAt: number
  /** Per word: the capitals it must be written in; null: it is no acronym. Empty: none is. */
  acronyms: readonly (string | null)[]
}

const LONGEST_ACRONYM = 5
/** Endings that Russian puts to acronyms, in small letters: "МИДом". */
const RUSSIAN_ENDING = /^(?:а|у|ом|е|ы|ов|ам|ами|ах)$/

/** What the writing of a name says: one in capitals throughout, of several words, is only shouted. */
export function writtenAs(words: readonly string[]): WrittenAs {
  const isShouted = words.length > 1 && words.every((word) => word === word.toUpperCase())
  const acronyms = words.map((word) => (isShouted || !isAcronym(word) ? null : undotted(word)))
  return { capitalAt: words.findIndex(hasCapital), acronyms: acronyms.some((acronym) => acronym !== null) ? acronyms : [] }
}

/** Whether words of a text are written as a name must be. @param capitals whether each of them has a capital */
export function isWrittenAs({ capitalAt, acronyms }: WrittenAs, found: readonly string[], capitals: readonly boolean[]): boolean {
  if (capitalAt >= 0 && !capitals[capitalAt]) return false
  return acronyms.length === 0 || acronyms.every((acronym, at) => acronym === null || isInCapitals(undotted(found[at]!), acronym))
}

/** Whether a word has a capital letter, at its beginning or behind a hyphen that went; in scripts without capitals none has. */
export function hasCapital(word: string): boolean {
  return word !== word.toLowerCase()
}

function isAcronym(word: string): boolean {
  const letters = undotted(word)
  return letters.length > 1 && letters.length <= LONGEST_ACRONYM && /^\p{Lu}[\p{Lu}\p{N}]*$/u.test(letters)
}

function isInCapitals(found: string, acronym: string): boolean {
  return found === acronym || (found.startsWith(acronym) && RUSSIAN_ENDING.test(found.slice(acronym.length)))
}

const undotted = (word: string): string => word.replaceAll('.', '')
