import { counted } from '#/lib/counted.ts'
import { t } from '#/lib/message/t.ts'
import { countWords } from '#/lib/text/count-words.ts'
import type { PlaybackStep } from '#/lib/version/history.ts'

/** What a step of a playback did: "3 words added, 1 removed; 1 statement added". */
export function stepWords(step: PlaybackStep): string {
  const { text } = step
  let added = 0
  let removed = 0
  for (const part of text) {
    if ('add' in part) added += countWords(part.add)
    if ('remove' in part) removed += countWords(part.remove)
  }
  const isTouched = text.some((part) => !('keep' in part))
  const parts = [
    listed('word', [
      [added, 'added'],
      [removed, 'removed'],
    ]) || (isTouched ? t('Spaces or signs changed') : ''),
    statementStepWords(step),
  ]
  return parts.filter(Boolean).join('; ') || t('Formatting changed')
}

/** What a step did to statements: "1 statement added, 2 changed"; empty when nothing. */
export function statementStepWords({ statements: { added, changed, removed } }: Pick<PlaybackStep, 'statements'>): string {
  return listed('statement', [
    [added.length, 'added'],
    [changed.length, 'changed'],
    [removed.length, 'removed'],
  ])
}

/** "3 words added, 1 removed"; empty when there is none of them. */
function listed(noun: string, counts: readonly [number, string][]): string {
  const some = counts.filter(([count]) => count > 0)
  return some.map(([count, what], i) => `${i === 0 ? counted(count, noun) : count.toLocaleString('en')} ${what}`).join(', ')
}
