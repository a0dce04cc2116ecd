import { counted } from '#/lib/counted.ts'
import { t } from '#/lib/message/t.ts'
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
      ? t('No statement uses it.')
      : t('{count, plural, one {# statement in {documents} loses this tag.} other {# statements in {documents} lose this tag.}}', {
          count: statements,
          documents: counted(documents, 'document'),
        }),
  ]
  if (children.length > 0) {
    const values = { below: counted(children.length, noun), to, names: listedNames(children) }
    sentences.push(
      to === null
        ? t('{below} below it {count, plural, one {moves} other {move}} to the top: {names}.', { ...values, count: children.length })
        : t('{below} below it {count, plural, one {moves} other {move}} under {to}: {names}.', { ...values, count: children.length }),
    )
  }
  return sentences
}
