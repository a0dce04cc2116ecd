import { FIELD_NAMES } from '#/lib/annotation/field-name.ts'
import { counted } from '#/lib/counted.ts'
import { t } from '#/lib/message/t.ts'
import type { Comparison, StatementChange } from '#/lib/version/history.ts'

const MINUS = '−'

/** What differs between two points in one line: "+2 passages, −1 actor, 14 words added". */
export function comparisonWords(counts: Comparison['counts']): string {
  const { wordsAdded, wordsRemoved, passagesChanged } = counts
  const plus = (count: number, noun: string) => count > 0 && `+${counted(count, noun)}`
  const minus = (count: number, noun: string) => count > 0 && `${MINUS}${counted(count, noun)}`
  const parts = [
    plus(counts.passagesAdded, 'passage'),
    minus(counts.passagesRemoved, 'passage'),
    passagesChanged > 0 && t('{count, plural, one {# passage changed} other {# passages changed}}', { count: passagesChanged }),
    plus(counts.actorsAdded, 'actor'),
    minus(counts.actorsRemoved, 'actor'),
    plus(counts.themesAdded, 'theme'),
    minus(counts.themesRemoved, 'theme'),
    wordsAdded > 0 && t('{count, plural, one {# word added} other {# words added}}', { count: wordsAdded }),
    wordsRemoved > 0 && t('{count, plural, one {# word removed} other {# words removed}}', { count: wordsRemoved }),
  ]
  return parts.filter(Boolean).join(', ')
}

/** What happened to a statement, in words: "New", "Removed", "Words changed; memo changed". */
export function statementChangeWords({ kind, before, after, fields }: StatementChange): string {
  if (kind === 'added') return t('New')
  if (kind === 'removed') return t('Removed')
  const words = [
    before !== null && after === null && t('Its words were deleted'),
    before === null && after !== null && t('Its words came back'),
    before !== null && after !== null && before !== after && t('Words changed'),
    fields.length > 0 && t('{fields} changed', { fields: fields.map((field) => FIELD_NAMES[field]).join(t(', ')) }),
  ].filter((part) => part !== false)
  const said = words.join('; ') || t('Tags changed')
  return said.charAt(0).toUpperCase() + said.slice(1)
}
