import { fold } from '#/lib/excerpt/fold.ts'

/**
 * What a typed search asks to find, each folded: words, and phrases in quotation marks of any kind. All of them have to occur, as
 * part of a word too: "fire" finds "ceasefire". An unclosed quotation mark runs to the end.
 */
export function searchTerms(text: string): string[] {
  const terms: string[] = []
  for (const match of fold(text).matchAll(/"([^"]*)"?|([^\s"]+)/g)) {
    const term = (match[1] ?? match[2] ?? '').trim()
    if (term && !terms.includes(term)) terms.push(term)
  }
  return terms
}
