import { codeWord } from '#/lib/annotation/code-word.ts'
import { FIELD_NAMES } from '#/lib/annotation/field-name.ts'
import type { Annotation } from '#/lib/annotation/model.ts'
import { ROLES_IN_STATEMENT } from '#/lib/codebook/codebook.ts'
import { listWords } from '#/lib/message/locale.ts'
import { t } from '#/lib/message/t.ts'
import type { CodebookView } from './codebook-view.ts'
import { keptFactWords } from './fact-words.ts'

/** What differs between two states of a statement. */
export interface Difference {
  /** In the words of the interface: "recipient", "stance", "date". */
  what: string
  /** Empty when there was nothing, or is nothing. */
  before: string
  after: string
}

/** What somebody changed in a statement, in words; nothing when both say the same. */
export function statementDifferences(before: Annotation, after: Annotation, codebook: CodebookView): Difference[] {
  const [was, is] = [partsOf(before, codebook), partsOf(after, codebook)]
  return [...new Set([...was.keys(), ...is.keys()])]
    .map((what) => ({ what, before: was.get(what) ?? '', after: is.get(what) ?? '' }))
    .filter((part) => part.before !== part.after)
}

/** Every part of a statement in words. */
function partsOf(annotation: Annotation, codebook: CodebookView): Map<string, string> {
  const parts = new Map<string, string>()
  for (const role of ROLES_IN_STATEMENT) {
    const names = annotation.actors.filter((actor) => actor.role === role).map(({ actorId }) => codebook.actorName(actorId))
    if (names.length > 0) parts.set(role, listed(names))
  }
  const themes = new Map<string, string[]>()
  for (const { themeId, stance } of annotation.themes)
    themes.set(themeId, [...(themes.get(themeId) ?? []), stance === 'none' ? t('no stance') : codeWord(stance)])
  if (themes.size > 0) parts.set(t('theme'), listed([...themes.keys()].map((id) => codebook.themeName(id))))
  for (const [themeId, stances] of themes) parts.set(t('stance on {theme}', { theme: codebook.themeName(themeId) }), listed(stances))
  for (const { what, full } of keptFactWords(annotation.facts, codebook)) parts.set(FIELD_NAMES[what], full)
  if (annotation.memos.length > 0) parts.set(t('memo'), annotation.memos.map(({ text }) => text).join(' '))
  if (annotation.importantTo.length > 0) parts.set(t('the important mark'), listed(annotation.importantTo))
  parts.set(t('the words'), annotation.quote.exact)
  return parts
}

const listed = (names: readonly string[]) => names.toSorted((a, b) => a.localeCompare(b)).join(', ')

/** The differences as the object of a sentence: "recipient and date". A theme that came or went takes its stance along. */
export function differencesInWords(differences: readonly Difference[]): string {
  const hasTheme = differences.some(({ what }) => what === 'theme')
  const named = differences.map(({ what }) => (what.startsWith('stance on ') ? 'stance' : what))
  const shown = [...new Set(named)].filter((what) => what !== 'stance' || !hasTheme)
  return listWords(shown)
}
