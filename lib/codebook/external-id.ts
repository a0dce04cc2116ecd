import { t } from '#/lib/message/t.ts'
import { oneLine } from '#/lib/one-line.ts'
import { countryCode, countryName } from './iso-3166.ts'

/** Registers whose identifiers are checked; others are kept as they are written. */
export const REGISTERS = ['wikidata', 'iso3166'] as const

/** What an actor is called in somebody else's register. */
export interface ExternalId {
  id: string
  /** `wikidata`, `iso3166`, or the name of any other register. */
  scheme: string
  value: string
}

export const SCHEME_LIMIT = 60
export const VALUE_LIMIT = 300

/**
 * An identifier as it is kept, or what is wrong with it: a Wikidata item "Q30" (its address will do), a country code of ISO 3166-1
 * in capitals, anything else as one line.
 */
export function readExternalId(
  scheme: string,
  typed: string,
): { ok: true; scheme: string; value: string } | { ok: false; field: 'scheme' | 'value'; reason: string } {
  const register = oneLine(scheme)
  const value = oneLine(typed)
  if (!register) return { ok: false, field: 'scheme', reason: t('Name the register.') }
  if (register.length > SCHEME_LIMIT)
    return { ok: false, field: 'scheme', reason: t('Shorten the name to {schemelimit} characters.', { schemelimit: SCHEME_LIMIT }) }
  if (!value) return { ok: false, field: 'value', reason: t('Type the identifier.') }
  if (value.length > VALUE_LIMIT)
    return { ok: false, field: 'value', reason: t('Shorten the identifier to {valuelimit} characters.', { valuelimit: VALUE_LIMIT }) }
  if (register.toLowerCase() === 'wikidata') {
    const item = /^(?:https?:\/\/(?:www\.|m\.)?wikidata\.org\/(?:wiki|entity)\/|wd:)?(q[1-9]\d{0,11})$/i.exec(value)?.[1]
    if (!item) return { ok: false, field: 'value', reason: t('A Wikidata item looks like Q30: a Q and a number.') }
    return { ok: true, scheme: 'wikidata', value: item.toUpperCase() }
  }
  if (register.toLowerCase() === 'iso3166') {
    const code = countryCode(value)
    if (!code) return { ok: false, field: 'value', reason: t('ISO 3166-1 has no such country. Codes look like SY or SYR.') }
    return { ok: true, scheme: 'iso3166', value: code }
  }
  return { ok: true, scheme: register, value }
}

/** A register as people call it. */
export function registerName(scheme: string): string {
  if (scheme === 'wikidata') return 'Wikidata'
  return scheme === 'iso3166' ? 'ISO 3166-1' : scheme
}

/** Where the identifier leads on the web; null when that is not known. */
export function externalIdAddress({ scheme, value }: Pick<ExternalId, 'scheme' | 'value'>): string | null {
  if (scheme === 'wikidata') return `https://www.wikidata.org/wiki/${value}`
  return /^https?:\/\/\S+$/i.test(value) ? value : null
}

/** What the identifier says in words, beside it: the country of a code. */
export function externalIdWords({ scheme, value }: Pick<ExternalId, 'scheme' | 'value'>): string | undefined {
  return scheme === 'iso3166' ? countryName(value) : undefined
}
