import { type HistoryQuery, printHistoryQuery } from '#/lib/codebook/history-query.ts'

const NOTHING: HistoryQuery = { entryId: null, entry: null, text: '', before: null, compare: null }

/** The address of the codebook's history, asked for this. */
export function historyPath(workspaceId: string, asked: Partial<HistoryQuery> = {}): string {
  const params = printHistoryQuery({ ...NOTHING, ...asked })
  return `/w/${workspaceId}/codebook${params && `?${params}`}`
}
