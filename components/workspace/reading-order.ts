/** A list longer than this is not gone through one by one. */
const MOST_KEPT = 2_000

const keyOf = (workspaceId: string) => `interline.order ${workspaceId}`

/** Remembers, for this tab, the documents of a workspace in the order a list showed them in: who goes on to the next one means that order. */
export function keepReadingOrder(workspaceId: string, ids: readonly string[]): void {
  try {
    sessionStorage.setItem(keyOf(workspaceId), JSON.stringify(ids.slice(0, MOST_KEPT)))
  } catch {
    // Without storage the next document is the one that was added next.
  }
}

/**
 * The document after (1) or before (-1) another in the list that was seen last: null at its end, undefined when that list did not have
 * the document, or there was none.
 */
export function nextInReadingOrder(workspaceId: string, documentId: string, by: 1 | -1): string | null | undefined {
  try {
    const kept: unknown = JSON.parse(sessionStorage.getItem(keyOf(workspaceId)) ?? '[]')
    const at = Array.isArray(kept) ? kept.indexOf(documentId) : -1
    const next: unknown = at === -1 ? undefined : ((kept as unknown[])[at + by] ?? null)
    return typeof next === 'string' || next === null ? next : undefined
  } catch {
    return undefined // no storage here, or somebody else's words in it
  }
}
