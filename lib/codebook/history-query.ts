import { isId } from '#/lib/id.ts'
import { CODEBOOK_ENTRIES, type CodebookEntry } from './codebook-change.ts'

/** What the codebook's history is asked for; what is null or empty asks nothing. */
export interface HistoryQuery {
  /** Only what was done to this actor or theme. */
  entryId: string | null
  entry: CodebookEntry | null
  /** Part of a name, in any case. */
  text: string
  /** Only versions before this one: the next page. */
  before: number | null
  /** Two versions to compare; 0 is the beginning. */
  compare: { from: number; to: number } | null
}

const LONGEST_TEXT = 200

/** Reads `entry`, `what`, `q`, `before`, `from` and `to`; what is not understood asks nothing. */
export function parseHistoryQuery(params: URLSearchParams): HistoryQuery {
  const get = (name: string) => params.get(name) ?? ''
  const [from, to] = [readVersion(get('from')), readVersion(get('to'))]
  return {
    entryId: isId(get('entry')) ? get('entry') : null,
    entry: CODEBOOK_ENTRIES.find((entry) => entry === get('what')) ?? null,
    text: get('q').trim().slice(0, LONGEST_TEXT).replaceAll('\0', '').toWellFormed(),
    before: readVersion(get('before')),
    compare: from !== null && to !== null ? { from: Math.min(from, to), to: Math.max(from, to) } : null,
  }
}

/** The parameters of a query, without what asks nothing; `parseHistoryQuery` reads them back. */
export function printHistoryQuery({ entryId, entry, text, before, compare }: HistoryQuery): string {
  const params = new URLSearchParams()
  if (entryId) params.set('entry', entryId)
  if (entry) params.set('what', entry)
  if (text) params.set('q', text)
  if (before !== null) params.set('before', String(before))
  if (compare) {
    params.set('from', String(compare.from))
    params.set('to', String(compare.to))
  }
  return params.toString()
}

const readVersion = (typed: string): number | null => (/^\d{1,9}$/.test(typed) ? Number(typed) : null)
