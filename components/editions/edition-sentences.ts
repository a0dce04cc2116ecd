import { counted } from '#/lib/counted.ts'
import type { EditionReport, ParagraphCounts } from '#/lib/edition/report.ts'
import { t } from '#/lib/message/t.ts'

/** "14 paragraphs changed, 2 added, 1 removed." What is none is left out. */
export function paragraphSentence({ changed, added, removed, moved }: ParagraphCounts): string {
  const parts = (
    [
      ['changed', changed],
      ['added', added],
      ['removed', removed],
      ['moved', moved],
    ] as const
  ).filter(([, count]) => count > 0)
  if (parts.length === 0) return 'No paragraph changes its words; only formats do.'
  const [[what, count], ...rest] = parts as [(typeof parts)[number], ...typeof parts]
  return `${[`${counted(count, 'paragraph')} ${what}`, ...rest.map(([other, n]) => `${n.toLocaleString('en')} ${other}`)].join(', ')}.`
}

/** "12 statements keep all their words, 2 keep some, 1 loses all." */
export function statementSentence({ kept, changed, lost }: EditionReport['statements']): string {
  const parts = [
    { count: kept, verb: 'keep', what: 'all', of: '' },
    { count: changed.length, verb: 'keep', what: 'some', of: 'of ' },
    { count: lost.length, verb: 'lose', what: 'all', of: '' },
  ].filter(({ count }) => count > 0)
  if (parts.length === 0) return t('No statement is on this text.')
  const told = parts.map(({ count, verb, what, of }, i) => {
    const does = `${verb}${count === 1 ? 's' : ''} ${what}`
    return i > 0
      ? `${count.toLocaleString('en')} ${does}`
      : `${counted(count, 'statement')} ${does} ${of}${count === 1 ? 'its' : 'their'} words`
  })
  return `${told.join(', ')}.`
}

/** "12 statements kept, 1 needs you." */
export function outcomeSentence(kept: number, lost: number): string {
  if (kept + lost === 0) return t('No statement is on this text.')
  const need = lost === 1 ? 'needs you' : 'need you'
  if (kept === 0) return `${counted(lost, 'statement')} ${need}.`
  return t('{statements} kept{value}.', {
    statements: counted(kept, 'statement'),
    value: lost > 0 ? `, ${lost.toLocaleString('en')} ${need}` : '',
  })
}

/** Share of the present text that stays, in whole percent; never 100 while something goes. */
export function percentKept(survival: number): string {
  return `${Math.min(survival < 1 ? 99 : 100, Math.round(100 * survival))} %`
}
