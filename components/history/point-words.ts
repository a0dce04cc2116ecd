import { counted } from '#/lib/counted.ts'
import type { HistoryPoint } from '#/lib/version/history.ts'
import { pointTime } from './point-time.ts'

const KINDS: Record<HistoryPoint['kind'], string> = {
  imported: 'Imported',
  automatic: '',
  named: '',
  restored: 'Before an earlier version was restored',
  edition: 'Before a new edition',
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

/** "34 changes to the text, 3 to statements"; empty when nothing changed. */
export function changeWords({ text, tags }: HistoryPoint['changes']): string {
  if (text > 0 && tags > 0) return `${counted(text, 'change')} to the text, ${tags.toLocaleString('en')} to statements`
  if (text > 0) return `${counted(text, 'change')} to the text`
  return tags > 0 ? `${counted(tags, 'change')} to statements` : ''
}

/** "Layla Haddad", "Layla Haddad and Tomas Vrba", "Layla Haddad and 2 others". */
export function peopleWords(names: readonly string[]): string {
  const [first, second] = names
  if (first === undefined) return ''
  if (second === undefined) return first
  return names.length === 2 ? `${first} and ${second}` : `${first} and ${names.length - 1} others`
}
