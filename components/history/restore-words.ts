import { t } from '#/lib/message/t.ts'
import type { Comparison, StatementChange } from '#/lib/version/history.ts'

/** What restoring brings back: everything, or the words alone. */
export type RestoreWhat = 'text-and-tags' | 'text'

/**
 * What restoring a point will do, as sentences.
 * @param comparison from the point to now
 * @param point the point in a sentence: "12 Mar 14:05"
 */
export function restoreWords({ counts, statements }: Comparison, point: string, what: RestoreWhat): string[] {
  const sentences = [textSentence(counts, point)]
  const count = (kind: StatementChange['kind']) => statements.filter((change) => change.kind === kind).length
  if (what === 'text-and-tags') sentences.push(...statementSentences(count('removed'), count('added'), count('changed')))
  else sentences.push(t('Statements stay as they are now. Those whose words go are listed as detached, with their words.'))
  return [...sentences, t('Nothing is lost: the present state stays in the history.')]
}

function textSentence({ wordsRemoved, wordsAdded }: Comparison['counts'], point: string): string {
  if (wordsRemoved + wordsAdded === 0) return t('The words are the same as at {point}.', { point })
  const back = wordsRemoved > 0 && t('{count, plural, one {# word comes back} other {# words come back}}', { count: wordsRemoved })
  const gone = wordsAdded > 0 && t('{count, plural, one {# word goes} other {# words go}}', { count: wordsAdded })
  const words = [back, gone].filter(Boolean).join(t(', '))
  return t('The text goes back to {point}: {words}.', { point, words })
}

function statementSentences(back: number, aside: number, changed: number): string[] {
  if (back + aside + changed === 0) return [t('Statements are the same as they are now.')]
  const parts = [
    back > 0 && t('{count, plural, one {# statement comes back} other {# statements come back}}', { count: back }),
    changed > 0 &&
      t('{count, plural, one {# statement goes back to how it was} other {# statements go back to how they were}}', { count: changed }),
    aside > 0 &&
      t(
        '{count, plural, one {# statement made since then is put aside and can be restored} other {# statements made since then are put aside and can be restored}}',
        { count: aside },
      ),
  ]
  return [t('{parts}. Others keep working.', { parts: parts.filter(Boolean).join(t(', ')) })]
}
