import { spoken } from '#/lib/message/spoken.ts'
import { t } from '#/lib/message/t.ts'

const names = new Map<string, Intl.DisplayNames>()

/** The languages offered for a document, BCP 47; a document may be in any other too. */
export const OFFERED_LANGUAGES = ['en', 'ru', 'ar', 'fa', 'tr', 'ku', 'he', 'uk', 'fr', 'de', 'es', 'zh'] as const

const RIGHT_TO_LEFT = new Set(['ar', 'fa', 'he', 'ur', 'ps', 'ckb', 'ug', 'sd', 'yi', 'dv', 'syr'])

/** A language in words of the interface: "Russian" for ru, "Unknown" for und. */
export function languageName(tag: string): string {
  if (tag === 'und' || tag === '') return t('Unknown')
  try {
    return namesNow().of(tag) ?? tag
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

function namesNow(): Intl.DisplayNames {
  const { language } = spoken()
  const known = names.get(language) ?? new Intl.DisplayNames([language], { type: 'language', fallback: 'code' })
  names.set(language, known)
  return known
}
