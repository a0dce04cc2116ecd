import { counted } from '#/lib/counted.ts'
import type { EditionReport, ParagraphCounts } from '#/lib/edition/report.ts'

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

/** "12 statements keep all their words, 2 change, 3 lose them all." */
export function statementSentence({ kept, changed, lost }: EditionReport['statements']): string {
  if (kept + changed.length + lost.length === 0) return 'No statement is on this text.'
  const parts = [
    kept > 0 && `${counted(kept, 'statement')} ${kept === 1 ? 'keeps' : 'keep'} all words`,
    changed.length > 0 && `${counted(changed.length, 'statement')} ${changed.length === 1 ? 'keeps' : 'keep'} some`,
    lost.length > 0 && `${counted(lost.length, 'statement')} ${lost.length === 1 ? 'loses' : 'lose'} all`,
  ]
  return `${parts.filter(Boolean).join(', ')}.`
}

/** Share of the present text that stays, in whole percent; never 100 while something goes. */
export function percentKept(survival: number): string {
  return `${Math.min(survival < 1 ? 99 : 100, Math.round(100 * survival))} %`
}
