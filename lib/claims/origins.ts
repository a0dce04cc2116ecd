import { copyPairs } from './copies.ts'

/** One statement of a claim, as far as it says where the claim comes from. */
export interface Report {
  documentId: string
  quote: string
  /** The day the document was published, "YYYY-MM-DD"; null: unknown. */
  publishedOn: string | null
  /** Who saw it, when a chain of reported speech says so: the same key for the same one. */
  witness: string | null
}

/** A text that is printed again later than this after its last copy is said anew, days. */
const COPIED_WITHIN_DAYS = 14
const DAY_MS = 24 * 3600 * 1000

/**
 * Who of the reports of a claim go back to one origin: those of one document; those whose passages are copies of each other and
 * were published within two weeks (or on unknown days); those that name the same witness. All of it is handed on: a copy of a
 * copy is of the same origin.
 *
 * @returns the reports of each origin, earliest first; origins by their earliest report, undated ones last
 */
export function originsOf<R extends Report>(reports: readonly R[]): R[][] {
  const group = reports.map((_, at) => at)
  const find = (at: number): number => {
    let top = at
    while (group[top] !== top) top = group[top]!
    group[at] = top
    return top
  }
  const join = (a: number, b: number) => {
    group[Math.max(find(a), find(b))] = Math.min(find(a), find(b))
  }
  const firstOf = new Map<string, number>()
  reports.forEach(({ documentId, witness }, at) => {
    for (const key of [`document ${documentId}`, ...(witness ? [`witness ${witness}`] : [])]) {
      const first = firstOf.get(key)
      if (first === undefined) firstOf.set(key, at)
      else join(first, at)
    }
  })
  for (const [a, b] of copyPairs(reports.map(({ quote }) => quote))) if (isSoon(reports[a]!, reports[b]!)) join(a, b)
  const origins = Map.groupBy(reports, (_, at) => find(at))
  return [...origins.values()].map((origin) => origin.sort(byDay)).sort(([a], [b]) => byDay(a!, b!))
}

function isSoon({ publishedOn: a }: Report, { publishedOn: b }: Report): boolean {
  return a === null || b === null || Math.abs(Date.parse(a) - Date.parse(b)) <= COPIED_WITHIN_DAYS * DAY_MS
}

function byDay({ publishedOn: a }: Report, { publishedOn: b }: Report): number {
  return a === b ? 0 : a === null ? 1 : b === null ? -1 : a < b ? -1 : 1
}
