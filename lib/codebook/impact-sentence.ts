import { counted } from '#/lib/counted.ts'
import { listedNames } from './listed-names.ts'
import type { DeletionImpact } from './uses.ts'

/**
 * What a deletion does, in sentences, with exact counts.
 * @param to where the items below move: a name, or null for the top
 */
export function impactSentences(noun: 'actor' | 'theme', impact: DeletionImpact, to: string | null): string[] {
  const { statements, documents, children } = impact
  const sentences = [
    statements === 0
      ? 'No statement uses it.'
      : `${counted(statements, 'statement')} in ${counted(documents, 'document')} ${statements === 1 ? 'loses' : 'lose'} this tag.`,
  ]
  if (children.length > 0) {
    const verb = children.length === 1 ? 'moves' : 'move'
    sentences.push(
      `${counted(children.length, noun)} below it ${verb} ${to === null ? 'to the top' : `under ${to}`}: ${listedNames(children)}.`,
    )
  }
  return sentences
}
