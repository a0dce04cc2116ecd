import type { EditionReport, ParagraphCounts } from '#/lib/edition/report.ts'
import { t } from '#/lib/message/t.ts'

/** "14 paragraphs changed, 2 added, 1 removed." What is none is left out. */
export function paragraphSentence({ changed, added, removed, moved }: ParagraphCounts): string {
  const parts = [
    changed > 0 && t('{count, plural, one {# paragraph changed} other {# paragraphs changed}}', { count: changed }),
    added > 0 && t('{count, plural, one {# paragraph added} other {# paragraphs added}}', { count: added }),
    removed > 0 && t('{count, plural, one {# paragraph removed} other {# paragraphs removed}}', { count: removed }),
    moved > 0 && t('{count, plural, one {# paragraph moved} other {# paragraphs moved}}', { count: moved }),
  ].filter(Boolean)
  return parts.length === 0 ? t('No paragraph changes its words; only formats do.') : `${parts.join(t(', '))}.`
}

/** "12 statements keep all their words, 2 keep some, 1 loses all." */
export function statementSentence({ kept, changed, lost }: EditionReport['statements']): string {
  const parts = [
    kept > 0 && t('{count, plural, one {# statement keeps all its words} other {# statements keep all their words}}', { count: kept }),
    changed.length > 0 &&
      t('{count, plural, one {# statement keeps some of its words} other {# statements keep some of their words}}', {
        count: changed.length,
      }),
    lost.length > 0 &&
      t('{count, plural, one {# statement loses all its words} other {# statements lose all their words}}', { count: lost.length }),
  ].filter(Boolean)
  return parts.length === 0 ? t('No statement is on this text.') : `${parts.join(t(', '))}.`
}

/** "12 statements kept, 1 statement needs you." */
export function outcomeSentence(kept: number, lost: number): string {
  const parts = [
    kept > 0 && t('{count, plural, one {# statement kept} other {# statements kept}}', { count: kept }),
    lost > 0 && t('{count, plural, one {# statement needs you} other {# statements need you}}', { count: lost }),
  ].filter(Boolean)
  return parts.length === 0 ? t('No statement is on this text.') : `${parts.join(t(', '))}.`
}

/** Share of the present text that stays, in whole percent; never 100 while something goes. */
export function percentKept(survival: number): string {
  return `${Math.min(survival < 1 ? 99 : 100, Math.round(100 * survival))} %`
}
