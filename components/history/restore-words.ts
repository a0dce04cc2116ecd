import { counted } from '#/lib/counted.ts'
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
  const back = wordsRemoved > 0 && `${counted(wordsRemoved, 'word')} ${wordsRemoved === 1 ? 'comes' : 'come'} back`
  const gone =
    wordsAdded > 0 && `${back ? wordsAdded.toLocaleString('en') : counted(wordsAdded, 'word')} ${wordsAdded === 1 ? 'goes' : 'go'}`
  return t('The text goes back to {point}: {filter}.', { point, filter: [back, gone].filter(Boolean).join(', ') })
}

function statementSentences(back: number, aside: number, changed: number): string[] {
  if (back + aside + changed === 0) return [t('Statements are the same as they are now.')]
  // "2 statements come back, 1 goes back to how it was"
  let isFirst = true
  const noun = (count: number) => {
    const words = isFirst ? counted(count, 'statement') : count.toLocaleString('en')
    isFirst = false
    return words
  }
  const parts = [
    back > 0 && `${noun(back)} ${back === 1 ? 'comes' : 'come'} back`,
    changed > 0 && `${noun(changed)} ${changed === 1 ? 'goes back to how it was' : 'go back to how they were'}`,
    aside > 0 && `${noun(aside)} made since then ${aside === 1 ? 'is' : 'are'} put aside and can be restored`,
  ]
  return [t('{parts}. Others keep working.', { parts: parts.filter(Boolean).join(', ') })]
}
