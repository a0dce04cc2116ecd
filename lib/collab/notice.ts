/** The server's message to everybody in a workspace: fetch this list again. */
export interface WorkspaceNotice {
  type: 'changed'
  what: 'documents' | 'actors' | 'themes' | 'members' | 'excerpts'
  /** The document, actor ... that changed, when it was one. */
  id?: string
  /** What a member did to the whole text of a document at once. */
  did?: { what: 'restored' | 'edition'; by: string }
}

/** The server's message to one client: your last change was not taken. */
export interface RejectedNotice {
  type: 'rejected'
  reason: string
}

/** Reads a stateless message of the server; null for anything unknown, so that older clients survive newer servers. */
export function readNotice(payload: string): WorkspaceNotice | RejectedNotice | null {
  try {
    const notice: unknown = JSON.parse(payload)
    if (typeof notice !== 'object' || notice === null || !('type' in notice)) return null
    return notice.type === 'changed' || notice.type === 'rejected' ? (notice as WorkspaceNotice | RejectedNotice) : null
  } catch {
    return null
  }
}
