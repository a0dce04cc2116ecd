/**
 * Letters of one-byte encodings by how often they are written, most frequent first, per script; several languages of a
 * script merged. For Latin only the letters outside ASCII. Enough to tell right decodings from wrong ones, not languages.
 */
const CYRILLIC = 'оеаинтсрвлкмдпуіяыьгзбчйхжшюцщэфїєўјњљћђџґъё'
const ARABIC = 'اليمنورتبةعدسفهكقأحجشصطخىإضذثزئءغآظؤکپچژگ'
const GREEK = 'αοιετσνηυρκπςμλίόάωέγδθχήφβύώξζψϊϋΐΰ'
const HEBREW = 'יוהלארתבשמםנעכדחקפסגטןצזךףץ'
const WESTERN = 'éäöüáíóàãèçßåñêúøæõâôîùœòûìëïÿ'
const CENTRAL = 'áíéłąěřčšžęóśżýćůăöüńșşțţőúâîđűźťňäôďľëĺŕ'
const TURKISH = 'ıüşçğöâîû'
const BALTIC = 'āėšīžąųūēčęįņķļģüäõö'

export interface OneByteEncoding {
  /** WHATWG name. */
  encoding: string
  /** Its letters outside ASCII, most frequent first. */
  letters: string
  /** How much rarer it is in the wild than the common encodings, as a natural logarithm (at most 0). Decides short texts only. */
  prior: number
  vowels?: string
  /** Letters that only end words. */
  finals?: string
}

const CYRILLIC_VOWELS = 'аеиоуыэюяіїєё'

export const ONE_BYTE_ENCODINGS: readonly OneByteEncoding[] = [
  { encoding: 'windows-1251', letters: CYRILLIC, prior: 0, vowels: CYRILLIC_VOWELS },
  { encoding: 'koi8-r', letters: CYRILLIC, prior: -1, vowels: CYRILLIC_VOWELS },
  { encoding: 'koi8-u', letters: CYRILLIC, prior: -1.5, vowels: CYRILLIC_VOWELS },
  { encoding: 'ibm866', letters: CYRILLIC, prior: -2, vowels: CYRILLIC_VOWELS },
  { encoding: 'iso-8859-5', letters: CYRILLIC, prior: -3, vowels: CYRILLIC_VOWELS },
  { encoding: 'x-mac-cyrillic', letters: CYRILLIC, prior: -4, vowels: CYRILLIC_VOWELS },
  { encoding: 'windows-1256', letters: ARABIC, prior: 0, finals: 'ةى' },
  { encoding: 'iso-8859-6', letters: ARABIC, prior: -3, finals: 'ةى' },
  { encoding: 'windows-1253', letters: GREEK, prior: -1, vowels: 'αοιεηυωίόάέήύώ', finals: 'ς' },
  { encoding: 'windows-1255', letters: HEBREW, prior: -1.5, finals: 'םןךףץ' },
  { encoding: 'windows-1252', letters: WESTERN, prior: 0 },
  { encoding: 'windows-1254', letters: TURKISH, prior: -1 },
  { encoding: 'windows-1250', letters: CENTRAL, prior: -1 },
  { encoding: 'iso-8859-2', letters: CENTRAL, prior: -3 },
  { encoding: 'windows-1257', letters: BALTIC, prior: -3 },
]

/**
 * Natural logarithm of each letter's share, from its rank r among n alone: p(r) = (ln(n + 1) - ln r) / n, which fits
 * letters of alphabets well (I. J. Good, "Statistics of Language", 1969).
 */
export function letterScores(letters: string): Map<string, number> {
  const all = Array.from(letters)
  return new Map(all.map((letter, i) => [letter, Math.log((Math.log(all.length + 1) - Math.log(i + 1)) / all.length)]))
}
