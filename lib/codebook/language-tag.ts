/**
 * A language as it is kept: a BCP 47 tag in its canonical form ("AR-latn" is "ar-Latn"), "und" for nothing; null for what is no
 * tag. Names of languages ("english") are none: no registered language has more than three letters.
 */
export function languageTag(typed: string): string | null {
  const tag = typed.trim().replaceAll('_', '-')
  if (tag === '') return 'und'
  if (!/^[a-z]{2,3}(-|$)/i.test(tag)) return null
  try {
    return Intl.getCanonicalLocales(tag)[0] ?? null
  } catch {
    return null // not well-formed
  }
}

/** The language without script and region: "ar" of "ar-SY". */
export function baseLanguage(tag: string): string {
  return tag.split('-')[0] ?? tag
}
