/** Where a word may be divided; shows as a hyphen only there. */
export const SOFT_HYPHEN = '\u00ad'

/** Shorter words stand undivided; so many letters stay together at either end. */
const LONG = 10
const [HEAD, TAIL] = [4, 3]

const VOWELS = new Set('aeiouyàáâäåæèéêëìíîïòóôöøùúûüаеёиоуыэюяіїє')

/**
 * Lets long words of names be divided in narrow places, before a consonant that begins a syllable: "Coun\u00adter\u00adter\u00adrorism".
 * Only in Latin and Cyrillic: letters of other scripts join, or are divided anywhere. Browsers divide by dictionary only where they
 * have one, and where they know the language, which a name does not tell.
 */
export function withSoftHyphens(name: string): string {
  return name.replace(/[\p{Script=Latin}\p{Script=Cyrillic}]+/gu, (word) => (word.length < LONG ? word : divided([...word])))
}

function divided(letters: readonly string[]): string {
  const isVowel = (at: number) => VOWELS.has((letters[at] ?? '').toLowerCase())
  return letters
    .map((letter, at) => {
      const mayBreak = at >= HEAD && letters.length - at >= TAIL
      return mayBreak && !isVowel(at) && isVowel(at + 1) ? SOFT_HYPHEN + letter : letter
    })
    .join('')
}
