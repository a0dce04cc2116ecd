import type { InterfaceLanguage } from '#/lib/person/settings.ts'
import { spoken } from './spoken.ts'

/** How each language writes numbers and dates. Arabic with Latin digits: the texts people read have both, and counts are compared. */
export const LOCALES: Record<InterfaceLanguage, string> = { en: 'en-GB', ru: 'ru', ar: 'ar-u-nu-latn' }

/** Which way a language is written. */
export function directionOf(language: InterfaceLanguage): 'ltr' | 'rtl' {
  return language === 'ar' ? 'rtl' : 'ltr'
}

const numbers = new Map<string, Intl.NumberFormat>()
const dates = new Map<string, Intl.DateTimeFormat>()

/** "12,400" as the language of the page writes it. */
export function numberWords(value: number): string {
  const locale = LOCALES[spoken().language]
  const format = numbers.get(locale) ?? new Intl.NumberFormat(locale)
  numbers.set(locale, format)
  return format.format(value)
}

/** A moment as the language of the page writes it. @param at ms since 1970 */
export function dateWords(at: number | Date, shape: Intl.DateTimeFormatOptions): string {
  const locale = LOCALES[spoken().language]
  const key = `${locale} ${JSON.stringify(shape)}`
  const format = dates.get(key) ?? new Intl.DateTimeFormat(locale, shape)
  dates.set(key, format)
  const words = format.format(at)
  // As the interface writes them: "5 Sep 2017", and "5 сент. 2017" without the sign for a year.
  return words.replace('Sept ', 'Sep ').replace(/\s?г\./, '')
}

/** "A, B and C" as the language of the page lists things. */
export function listWords(parts: readonly string[]): string {
  return new Intl.ListFormat(LOCALES[spoken().language]).format(parts)
}
