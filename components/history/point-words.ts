import { counted } from '#/lib/counted.ts'
import { t } from '#/lib/message/t.ts'
import type { HistoryPoint } from '#/lib/version/history.ts'
import { pointTime } from './point-time.ts'

const KINDS: Record<HistoryPoint['kind'], string> = {
  get imported() {
    return t('Imported')
  },
  automatic: '',
  named: '',
  get restored() {
    return t('Before a restore')
  },
  get edition() {
    return t('Before a new edition')
  },
}

/** What a point is called: the name somebody gave it, or what happened then; empty for the end of a stretch of work. */
export function pointName({ kind, name }: Pick<HistoryPoint, 'kind' | 'name'>): string {
  return name || KINDS[kind]
}

/** Which point it is: several can stand at the same row of the log. */
export function pointKey({ versionId, seq }: Pick<HistoryPoint, 'versionId' | 'seq'>): string {
  return versionId ?? String(seq)
}

/** A point in a sentence: "Before review", otherwise its time. */
export function pointLabel(point: HistoryPoint, now: number): string {
  return pointName(point) || pointTime(point.at, now)
}

/** A point in a list to choose from: "12 Mar 14:05, Before review". */
export function pointOption(point: HistoryPoint, now: number): string {
  const name = pointName(point)
  return name ? `${pointTime(point.at, now)}, ${name}` : pointTime(point.at, now)
}

/** Whether the point stands for something that somebody did or said, not only for the end of a stretch of work. */
export function isMarked({ kind, name }: Pick<HistoryPoint, 'kind' | 'name'>): boolean {
  return kind !== 'automatic' || name !== ''
}

/**
 * "text edited, 3 changes to statements"; empty when nothing changed. Rows of the text are bursts of typing, whose number
 * says nothing to a reader: what was edited is counted in words where two points are compared.
 */
export function changeWords({ text, tags }: HistoryPoint['changes']): string {
  const parts = [text > 0 && t('text edited'), tags > 0 && t('{changes} to statements', { changes: counted(tags, 'change') })]
  return parts.filter(Boolean).join(', ')
}

/** "Layla Haddad", "Layla Haddad and Tomas Vrba", "Layla Haddad and 2 others". */
export function peopleWords(names: readonly string[]): string {
  const [first, second] = names
  if (first === undefined) return ''
  if (second === undefined) return first
  return names.length === 2
    ? t('{first} and {second}', { first, second })
    : t('{first} and {count} others', { first, count: names.length - 1 })
}
