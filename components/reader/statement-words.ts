import { codeWord } from '#/lib/annotation/code-word.ts'
import type { Annotation } from '#/lib/annotation/model.ts'
import type { Stance } from '#/lib/codebook/codebook.ts'
import { t } from '#/lib/message/t.ts'
import { byRole } from './by-role.ts'
import type { CodebookView } from './codebook-view.ts'
import { keptFactWords } from './fact-words.ts'
import { shownTags } from './hidden-tags.ts'

/**
 * What a statement says, in words, for screen readers: "Russian MoD, source; Accusation or denial, opposes". What this reader hides is
 * left out.
 */
export function statementWords(annotation: Pick<Annotation, 'actors' | 'themes'>, codebook: CodebookView): string {
  const { actors, themes } = shownTags(annotation, codebook.hidden)
  const parts = [
    ...byRole(actors).map(({ actorId, role }) => `${codebook.actorName(actorId)}, ${codeWord(role)}`),
    ...themes.map(({ themeId, stance }) =>
      stance === 'none' ? codebook.themeName(themeId) : `${codebook.themeName(themeId)}, ${codeWord(stance)}`,
    ),
  ]
  return parts.join('; ') || noTags(annotation)
}

/** What stands in place of tags where none are shown. */
export function noTags({ actors, themes }: Pick<Annotation, 'actors' | 'themes'>): string {
  return actors.length + themes.length === 0 ? t('Nothing tagged yet') : t('Its tags are hidden')
}

/** The same with what is known of the event: "Russian MoD, source; Airstrike, opposes. Negated; 30 Nov 2024". */
export function statementInFull(
  annotation: Pick<Annotation, 'actors' | 'themes' | 'facts' | 'importantTo'>,
  codebook: CodebookView,
): string {
  const facts = keptFactWords(annotation.facts, codebook).map(({ full }) => full)
  const important = annotation.importantTo.length > 0 ? [t('Important')] : []
  return [statementWords(annotation, codebook), ...(facts.length > 0 ? [facts.join('; ')] : []), ...important].join('. ')
}

/** What stands beside a margin bar: the first theme with its stance, or the first actor. */
export interface LaneWords {
  text: string
  stance: Stance
}

/** The label of a statement in the margin. */
export function laneWords(annotation: Pick<Annotation, 'actors' | 'themes'>, codebook: CodebookView): LaneWords {
  const theme = shownTags(annotation, codebook.hidden).themes[0] ?? annotation.themes[0]
  if (theme) return { text: codebook.themeName(theme.themeId), stance: theme.stance }
  const actor = annotation.actors[0]
  return { text: actor ? codebook.actorName(actor.actorId) : t('Untagged'), stance: 'none' }
}

/** Colours of a statement: those of its first two themes, or its first actor's own; 0 (neutral) when it has none. */
export function statementHues(annotation: Pick<Annotation, 'actors' | 'themes'>, codebook: CodebookView): number[] {
  const shown = shownTags(annotation, codebook.hidden).themes
  const hues = [...new Set(shown.map(({ themeId }) => codebook.themeHue(themeId)))].slice(0, 2)
  return hues.length > 0 ? hues : [codebook.actor(annotation.actors[0]?.actorId ?? '')?.hue ?? 0]
}

/** Words shortened to one line: at most `length` UTF-16 units, cut at a space, line breaks as spaces. */
export function shorten(words: string, length: number): string {
  const line = words.replace(/[\n\u2028]+/g, ' ').trim()
  if (line.length <= length) return line
  const cut = line.slice(0, length)
  const space = cut.lastIndexOf(' ')
  return `${(space > length / 2 ? cut.slice(0, space) : cut).trimEnd()}…`
}

/** Words in the quotation marks of their language (BCP 47), unless they are a whole quotation themselves. */
export function quoted(words: string, language: string): string {
  if (/^[«“"„][^«»“”„"]*[»”"“]$/u.test(words)) return words
  return /^(ar|fa|ru|uk|fr)\b/.test(language) ? `«${words}»` : `“${words}”`
}
