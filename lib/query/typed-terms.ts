/** What a search field asks to find, as typed: words, and phrases in quotation marks of any kind. An unclosed one runs to the end. */
export function typedTerms(text: string): string[] {
  const terms = [...text.matchAll(/["“”„«»]([^"“”„«»]*)["“”„«»]?|([^\s"“”„«»]+)/g)].map((match) => (match[1] ?? match[2] ?? '').trim())
  return [...new Set(terms.filter((term) => term !== ''))]
}

/** The text that `typedTerms` reads as these. */
export function printTerms(terms: readonly string[]): string {
  return terms.map((term) => (/\s/.test(term) ? `"${term}"` : term)).join(' ')
}
