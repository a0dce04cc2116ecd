/** How long deleted documents and workspaces wait in the bin, days. */
export const BIN_DAYS = 30

const BIN_MS = BIN_DAYS * 24 * 3600 * 1000

/** When something that was deleted then is gone for good. */
export function goneAt(deletedAt: Date): Date {
  return new Date(deletedAt.getTime() + BIN_MS)
}

/** What was deleted at this moment or before is over: it cannot be brought back any more. */
export function overSince(now: Date): Date {
  return new Date(now.getTime() - BIN_MS)
}
