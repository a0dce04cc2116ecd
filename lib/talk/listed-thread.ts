/** Which discussions are listed: what waits for this reader, what is not settled, all. */
export const THREAD_VIEWS = ['yours', 'open', 'all'] as const
export type ThreadView = (typeof THREAD_VIEWS)[number]

/** A discussion in the list of all documents'. Times in ms since 1970. */
export interface ListedThread {
  annotationId: string
  documentId: string
  title: string
  language: string
  direction: 'ltr' | 'rtl'
  /** The words of the statement when the discussion began. */
  quote: string
  assigneeId: string | null
  isResolved: boolean
  /** Messages that are not deleted, and how many of them are new to this reader. */
  said: number
  unread: number
  /** The last of them; null: all were deleted. */
  last: { text: string; by: string; byName: string; at: number } | null
}
