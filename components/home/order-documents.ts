import { DOCUMENT_STATUSES } from '#/lib/document/status.ts'
import { type HomeDocument, lastActivity } from './home-document.ts'

export type SortKey = 'title' | 'outlet' | 'publishedOn' | 'language' | 'status' | 'excerptCount' | 'updatedAt'

export interface Sort {
  key: SortKey
  descending: boolean
}

const WORDS = new Intl.Collator(['en', 'ru', 'ar'], { numeric: true, sensitivity: 'base' })

const COMPARE: Record<SortKey, (a: HomeDocument, b: HomeDocument) => number> = {
  title: (a, b) => WORDS.compare(a.title, b.title),
  outlet: (a, b) => WORDS.compare(a.outlet, b.outlet),
  publishedOn: (a, b) => compareText(a.publishedOn ?? '', b.publishedOn ?? ''),
  language: (a, b) => compareText(a.language, b.language),
  status: (a, b) => DOCUMENT_STATUSES.indexOf(a.status) - DOCUMENT_STATUSES.indexOf(b.status),
  excerptCount: (a, b) => a.excerptCount - b.excerptCount,
  updatedAt: (a, b) => lastActivity(a) - lastActivity(b),
}

const READ_UPWARDS: readonly SortKey[] = ['title', 'outlet', 'language', 'status']
const compareText = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0)
const isBlank = (document: HomeDocument, key: SortKey) => document[key] === '' || document[key] === null || document[key] === 'und'

/** The documents in the order asked for. What is not known comes last either way; equals go by title, then by id. */
export function orderDocuments(documents: readonly HomeDocument[], sort: Sort): HomeDocument[] {
  const sign = sort.descending ? -1 : 1
  return [...documents].sort(
    (a, b) =>
      Number(isBlank(a, sort.key)) - Number(isBlank(b, sort.key)) ||
      sign * COMPARE[sort.key](a, b) ||
      WORDS.compare(a.title, b.title) ||
      compareText(a.id, b.id),
  )
}

/** The sort after a click on a column: the same column turns round; a new one starts the way one reads it (numbers and times from the top). */
export function nextSort(sort: Sort, key: SortKey): Sort {
  if (sort.key === key) return { key, descending: !sort.descending }
  return { key, descending: !READ_UPWARDS.includes(key) }
}
