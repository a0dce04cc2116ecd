import { francAll } from 'franc-min'
import { usualDirection } from '#/lib/document/language-name.ts'

/** Characters looked at, UTF-16 units; longer texts do not get clearer. */
const SAMPLE = 20_000
/** Letters below which statistics of a script with many languages mean nothing. */
const ENOUGH_LETTERS = { Latin: 40, Cyrillic: 24 } as const

const SCRIPTS = [
  'Latin',
  'Cyrillic',
  'Arabic',
  'Hebrew',
  'Greek',
  'Han',
  'Hangul',
  'Thai',
  'Devanagari',
  'Armenian',
  'Georgian',
  'Syriac',
  'Thaana',
] as const
type Script = (typeof SCRIPTS)[number] | 'Kana'
const SCRIPT_PATTERNS: readonly (readonly [Script, RegExp])[] = [
  ...SCRIPTS.map((script) => [script, new RegExp(`\\p{Script=${script}}`, 'gu')] as const),
  ['Kana', /[\p{Script=Hiragana}\p{Script=Katakana}]/gu],
]

/** Scripts that one language of our readers' sources is written in. */
const ONE_LANGUAGE: Partial<Record<Script, string>> = {
  Hebrew: 'he',
  Greek: 'el',
  Han: 'zh',
  Kana: 'ja',
  Hangul: 'ko',
  Thai: 'th',
  Devanagari: 'hi',
  Armenian: 'hy',
  Georgian: 'ka',
  Syriac: 'syr',
  Thaana: 'dv',
}

const LATIN = {
  eng: 'en',
  fra: 'fr',
  deu: 'de',
  spa: 'es',
  por: 'pt',
  ita: 'it',
  nld: 'nl',
  tur: 'tr',
  pol: 'pl',
  ces: 'cs',
  swe: 'sv',
  ron: 'ro',
  hun: 'hu',
  ind: 'id',
  vie: 'vi',
  azj: 'az',
  uzn: 'uz',
  swh: 'sw',
  som: 'so',
  hrv: 'hr',
  bos: 'bs',
  tgl: 'tl',
} // prettier-ignore
const CYRILLIC = { rus: 'ru', ukr: 'uk', bel: 'be', bul: 'bg', srp: 'sr', kaz: 'kk' }

const RTL_SCRIPTS: readonly Script[] = ['Arabic', 'Hebrew', 'Syriac', 'Thaana']

/** Words that are frequent in one language and rare in its neighbours, for texts too short for statistics. */
const STOP_WORDS: Readonly<Record<string, readonly string[]>> = {
  en: ['the', 'of', 'and', 'to', 'that', 'with', 'for', 'was', 'were', 'said'],
  fr: ['le', 'les', 'des', 'et', 'une', 'dans', 'est', 'que', 'aux'],
  de: ['der', 'die', 'das', 'und', 'ist', 'nicht', 'mit', 'den', 'ein'],
  es: ['el', 'los', 'las', 'una', 'del', 'por', 'con', 'que', 'y'],
  tr: ['ve', 'bir', 'bu', 'için', 'ile', 'olarak'],
}

export interface GuessedLanguage {
  /** BCP 47 primary language, "und" when it cannot be told. */
  language: string
  direction: 'ltr' | 'rtl'
}

/**
 * The language and writing direction most of a text is in.
 *
 * @param declared BCP 47 tag the file carries; believed only when its script is the text's, because templates say "en" around anything
 */
export function guessLanguage(text: string, declared?: string): GuessedLanguage {
  const sample = text.slice(0, SAMPLE)
  const { script, letters } = mainScript(sample)
  const guess = script ? guessInScript(sample, script, letters) : 'und'
  const said = declared?.toLowerCase().split(/[-_]/)[0]
  const language = guess === 'und' && said && /^[a-z]{2,3}$/.test(said) && fits(said, script) ? said : guess
  const direction = usualDirection(language) === 'rtl' || (script && RTL_SCRIPTS.includes(script)) ? 'rtl' : 'ltr'
  return { language, direction }
}

function mainScript(sample: string): { script: Script | undefined; letters: number } {
  let script: Script | undefined
  let letters = 0
  for (const [name, pattern] of SCRIPT_PATTERNS) {
    const found = sample.match(pattern)?.length ?? 0
    // Japanese mixes Han with kana; a tenth of kana is enough.
    if (found > letters || (name === 'Kana' && script === 'Han' && found * 10 > letters)) [script, letters] = [name, found]
  }
  return { script, letters }
}

function fits(language: string, script: Script | undefined): boolean {
  if (!script) return true
  if (RTL_SCRIPTS.includes(script)) return usualDirection(language) === 'rtl'
  if (script === 'Cyrillic') return Object.values(CYRILLIC).includes(language)
  if (script === 'Latin') return usualDirection(language) === 'ltr' && !Object.values(CYRILLIC).includes(language)
  return ONE_LANGUAGE[script] === language
}

function guessInScript(sample: string, script: Script, letters: number): string {
  if (script === 'Cyrillic')
    return byLetters(sample, CYRILLIC_LETTERS) ?? byStatistics(sample, letters >= ENOUGH_LETTERS.Cyrillic, CYRILLIC) ?? 'und'
  if (script === 'Arabic') return byLetters(sample, ARABIC_LETTERS) ?? (letters >= 3 ? 'ar' : 'und')
  if (script === 'Latin') return byStopWords(sample) ?? byStatistics(sample, letters >= ENOUGH_LETTERS.Latin, LATIN) ?? 'und'
  return ONE_LANGUAGE[script] ?? 'und'
}

/** Letters that only one language of a script uses, the more particular first. A few in a quotation do not count: see `byLetters`. */
const CYRILLIC_LETTERS: readonly (readonly [language: string, letters: RegExp])[] = [
  ['be', /ў/gi],
  ['uk', /[їєґ]/gi],
  ['kk', /[әғқңөұүһ]/gi],
  ['sr', /[љњђћџј]/gi],
  ['ru', /[ыэё]/gi],
]
const ARABIC_LETTERS: readonly (readonly [language: string, letters: RegExp])[] = [
  ['ps', /[ټډړږښڼۍ]/g],
  ['ur', /[ٹڈڑےں]/g],
  ['ckb', /[ێڵۆڕ]/g],
  ['fa', /[پچژگکی]/g],
]
/** Share of all letters a language's own letters make up at least. The rarest (ў, ы э ё) are near 1 in 50. */
const OWN_LETTERS = 1 / 150

function byLetters(sample: string, table: typeof CYRILLIC_LETTERS): string | undefined {
  const letters = sample.match(/\p{L}/gu)?.length ?? 0
  return table.find(([, own]) => (sample.match(own)?.length ?? 0) > letters * OWN_LETTERS)?.[0]
}

function byStatistics(sample: string, isEnough: boolean, languages: Readonly<Record<string, string>>): string | undefined {
  if (!isEnough) return undefined
  const code = francAll(sample, { only: Object.keys(languages), minLength: 1 })[0]?.[0]
  return code ? languages[code] : undefined
}

function byStopWords(sample: string): string | undefined {
  const words = sample.toLowerCase().match(/\p{L}+/gu) ?? []
  let best: { language: string; hits: number } | undefined
  for (const [language, list] of Object.entries(STOP_WORDS)) {
    const hits = words.filter((word) => list.includes(word)).length
    if (hits > (best?.hits ?? 0)) best = { language, hits }
  }
  // The five make up a fifth to a third of running text in their language.
  return best && best.hits >= 2 && best.hits * 8 >= words.length ? best.language : undefined
}
