const NAMES = new Intl.DisplayNames(['en'], { type: 'language', fallback: 'code' })

/** The languages offered for a document, BCP 47; a document may be in any other too. */
export const OFFERED_LANGUAGES = ['en', 'ru', 'ar', 'fa', 'tr', 'ku', 'he', 'uk', 'fr', 'de', 'es', 'zh'] as const

const RIGHT_TO_LEFT = new Set(['ar', 'fa', 'he', 'ur', 'ps', 'ckb', 'ug', 'sd', 'yi', 'dv', 'syr'])

/** A language in English words: "Russian" for ru, "Unknown" for und. */
export function languageName(tag: string): string {
  if (tag === 'und' || tag === '') return 'Unknown'
  try {
    return NAMES.of(tag) ?? tag
  } catch {
    return tag // not a well-formed tag
  }
}

/** A language for the `lang` attribute: nothing when it is not known. */
export function langAttribute(tag: string): string | undefined {
  return tag === 'und' ? undefined : tag
}

/** How a language is usually written. */
export function usualDirection(tag: string): 'ltr' | 'rtl' {
  return RIGHT_TO_LEFT.has(tag.toLowerCase().split('-')[0] ?? '') ? 'rtl' : 'ltr'
}
