import { t } from '#/lib/message/t.ts'
import { countWords } from '#/lib/text/count-words.ts'
import type { PlaybackStep } from '#/lib/version/history.ts'

/** What a step of a playback did: "3 words added, 1 word removed; 1 statement added". */
export function stepWords(step: PlaybackStep): string {
  const { text } = step
  let added = 0
  let removed = 0
  for (const part of text) {
    if ('add' in part) added += countWords(part.add)
    if ('remove' in part) removed += countWords(part.remove)
  }
  const isTouched = text.some((part) => !('keep' in part))
  const parts = [wordStepWords(added, removed) || (isTouched ? t('Spaces or signs changed') : ''), statementStepWords(step)]
  return parts.filter(Boolean).join(t('; ')) || t('Formatting changed')
}

function wordStepWords(added: number, removed: number): string {
  return listed([
    added > 0 && t('{count, plural, one {# word added} other {# words added}}', { count: added }),
    removed > 0 && t('{count, plural, one {# word removed} other {# words removed}}', { count: removed }),
  ])
}

/** What a step did to statements: "1 statement added, 2 statements changed"; empty when nothing. */
export function statementStepWords({ statements: { added, changed, removed } }: Pick<PlaybackStep, 'statements'>): string {
  return listed([
    added.length > 0 && t('{count, plural, one {# statement added} other {# statements added}}', { count: added.length }),
    changed.length > 0 && t('{count, plural, one {# statement changed} other {# statements changed}}', { count: changed.length }),
    removed.length > 0 && t('{count, plural, one {# statement removed} other {# statements removed}}', { count: removed.length }),
  ])
}

const listed = (parts: readonly (string | false)[]): string => parts.filter(Boolean).join(t(', '))
