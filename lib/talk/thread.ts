/** Longest message of a discussion, UTF-16 units. */
export const COMMENT_LIMIT = 8_000

/** What an entry of a discussion is: something said, or something done to the discussion. */
export const COMMENT_ACTS = ['said', 'resolved', 'reopened', 'assigned'] as const
export type CommentAct = (typeof COMMENT_ACTS)[number]

/** One entry of a discussion. Times in ms since 1970. */
export interface ThreadEntry {
  id: string
  act: CommentAct
  by: string
  at: number
  /** Empty unless `said`, and when it was deleted. */
  text: string
  /** Members named in it with @. */
  mentions: readonly string[]
  /** Of `assigned`: to whom; null: to nobody any more. */
  aboutId: string | null
  editedAt: number | null
  isDeleted: boolean
  /** Somebody else said it and this reader has not seen it. */
  isNew: boolean
}

/** The discussion of a statement. It outlives the statement. */
export interface Thread {
  annotationId: string
  documentId: string
  /** The words of the statement when the discussion began. */
  quote: string
  /** Who is asked to settle it. */
  assigneeId: string | null
  isResolved: boolean
  /** Oldest first; never empty. */
  entries: readonly ThreadEntry[]
}

/** What was said and not deleted. */
export function messagesOf({ entries }: Pick<Thread, 'entries'>): ThreadEntry[] {
  return entries.filter(({ act, isDeleted }) => act === 'said' && !isDeleted)
}

export function unreadOf({ entries }: Pick<Thread, 'entries'>): number {
  return entries.filter(({ isNew }) => isNew).length
}
