import type { Period } from '#/lib/analysis/periods.ts'
import type { Bar } from '#/lib/analysis/timeline.ts'
import { counted } from '#/lib/counted.ts'
import { numberWords } from '#/lib/message/locale.ts'
import { periodWords } from './period-words.ts'
import type { Branch } from './timeline-pane.tsx'

/** What a bar counts: "Mar 2017: 12 excerpts, Deconfliction 9, Political track 3". */
export function barLabel({ start, total, by }: Bar, branches: readonly Branch[], period: Period): string {
  const parts = branches.flatMap(({ id, name }) => (by.has(id) ? [`${name} ${numberWords(by.get(id) ?? 0)}`] : []))
  return [`${periodWords(start, period)}: ${counted(total, 'excerpt')}`, ...parts].join(', ')
}
