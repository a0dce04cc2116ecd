/** A word that an Arabic word of a text may stand for. */
export interface ArabicForm {
  word: string
  /** Something was written onto it: only the first word of a name can be written so. */
  prefixed: boolean
}

const ARTICLE = 'ال'
const SHORTEST = 3

export const isArabic = (folded: string): boolean => /^[\u0621-\u064a]+$/.test(folded)

/** Sound masculine plurals in one form: "الحوثيين" is "الحوثيون" in another case. */
export function arabicBase(folded: string): string {
  return folded.length > SHORTEST + 2 && folded.endsWith('ين') ? `${folded.slice(0, -2)}ون` : folded
}

/**
 * What an Arabic word may stand for, itself first. "And" and "so" (و ف), then "in, as, to" (ب ك ل) are written onto the next
 * word; "to" swallows the alef of the article, and of "للا…" both its lams may be the word's. A name that is written without the
 * article is found with it too, not the other way round: "الأسد" is a name, "أسد" a lion.
 */
export function arabicForms(folded: string): ArabicForm[] {
  const forms = new Map<string, boolean>()
  const add = (word: string, prefixed: boolean) => {
    if (word.length < (prefixed ? SHORTEST : 1)) return
    const base = arabicBase(word)
    if (!forms.has(base)) forms.set(base, prefixed)
    const bare = word.startsWith(ARTICLE) ? arabicBase(word.slice(ARTICLE.length)) : ''
    if (bare.length >= SHORTEST && !forms.has(bare)) forms.set(bare, prefixed)
  }
  add(folded, false)
  for (const word of [folded, ...(/^[وف]/.test(folded) ? [folded.slice(1)] : [])]) {
    add(word, word !== folded)
    if (/^[بكل]/.test(word)) add(word.slice(1), true)
    if (!word.startsWith('لل')) continue
    add(`ا${word.slice(1)}`, true)
    add(`${ARTICLE}${word.slice(1)}`, true)
  }
  return Array.from(forms, ([word, prefixed]) => ({ word, prefixed }))
}
