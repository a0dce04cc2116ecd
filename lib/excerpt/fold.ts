/**
 * Marks that say how a letter sounds or is stressed, in the scripts where people leave them out when they type: Latin, Greek, Cyrillic,
 * Hebrew, Arabic. Not the kana voicing marks, nor the vowel signs of India: those are letters.
 */
const MARKS = /(?=\p{Mn})(?![\u3099\u309a])[\p{Script=Inherited}\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Cyrillic}]/gu

/** Characters without a meaning of their own: Arabic tatweel, soft hyphen, joiners, direction marks, byte order mark. */
const INVISIBLE = /[\u0640\p{Cf}]/gu

/** Letters written more than one way. Arabic as in Lucene's ArabicNormalizer, with the Persian forms of yeh and kaf. */
const VARIANTS: Record<string, string> = {
  '\u0671': '\u0627', // alef wasla
  '\u0649': '\u064a', // alef maksura
  '\u06cc': '\u064a', // Farsi yeh
  '\u06a9': '\u0643', // keheh
  '\u0629': '\u0647', // teh marbuta
  '\u00df': 'ss',
  '\u03c2': '\u03c3', // final sigma
  '\u2018': "'",
  '\u2019': "'",
  '\u02bc': "'",
  '\u201c': '"',
  '\u201d': '"',
  '\u201e': '"',
  '\u00ab': '"',
  '\u00bb': '"',
}
/** Nothing but ASCII, control characters included. */
const ASCII = /^[\0-\x7f]*$/
const VARIANT = new RegExp(`[${Object.keys(VARIANTS).join('')}]`, 'g')

/**
 * The form of a text under which it is compared in searches and look-ups, never shown: compatibility characters decomposed, lower case,
 * without accents, Arabic vowel marks and tatweel; alef, yeh, kaf and teh marbuta in one form each, "ё" as "е" (but "й" kept apart from
 * "и"), quotation marks, dashes and digits plain, whitespace (line breaks too) as one space, none at the ends.
 *
 * `fold(fold(x)) === fold(x)`. Its length says nothing about the input's: never use offsets into a folded text.
 */
export function fold(text: string): string {
  // Most names are plain ASCII, and a codebook has a hundred thousand of them: the long way gives the same, ten times slower.
  if (ASCII.test(text)) return text.toLowerCase().replace(/\s+/g, ' ').trim()
  return text
    .normalize('NFKD')
    .toLowerCase()
    .replace(/\u0438\u0306/g, '\u0439')
    .replace(MARKS, '')
    .replace(INVISIBLE, '')
    .replace(VARIANT, (letter) => VARIANTS[letter] ?? letter)
    .replace(/[\u2010-\u2015\u2212]/g, '-')
    .replace(/[\u0660-\u0669\u06f0-\u06f9]/g, (digit) => String((digit.codePointAt(0) ?? 0) & 0xf))
    .replace(/\s+/g, ' ')
    .trim()
    .normalize('NFC')
}
