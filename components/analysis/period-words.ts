import type { Period } from '#/lib/analysis/periods.ts'
import { dateWords } from '#/lib/message/locale.ts'
import { t } from '#/lib/message/t.ts'

/** A period as one says it. @param start its first day */
export function periodWords(start: string, period: Period): string {
  const at = Date.parse(`${start}T00:00:00Z`)
  if (period === 'year') return dateWords(at, { year: 'numeric', timeZone: 'UTC' })
  if (period === 'quarter')
    return t('Q{quarter} {year}', {
      quarter: Math.ceil(Number(start.slice(5, 7)) / 3),
      year: dateWords(at, { year: 'numeric', timeZone: 'UTC' }),
    })
  if (period === 'month') return dateWords(at, { month: 'short', year: 'numeric', timeZone: 'UTC' })
  const day = dateWords(at, { day: 'numeric', month: 'short', year: 'numeric', timeZone: 'UTC' })
  return period === 'week' ? t('Week of {day}', { day }) : day
}
