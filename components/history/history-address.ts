/** Where the server tells about the history of a document. Without `part` and `query`: the list of its points. */
export function historyAddress(
  documentId: string,
  part: '' | 'compare' | 'playback' = '',
  query: Record<string, number | undefined> = {},
): string {
  const given = Object.entries(query).flatMap(([name, value]) => (value === undefined ? [] : [[name, String(value)]]))
  const search = new URLSearchParams(given).toString()
  return `/api/history/${documentId}${part && `/${part}`}${search && `?${search}`}`
}
