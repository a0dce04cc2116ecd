import type { DocumentStatus } from '#/lib/document/status.ts'
import { fold } from '#/lib/excerpt/fold.ts'
import type { HomeDocument } from './home-document.ts'

export interface DocumentFilter {
  /** Words that must all occur in title, source, author or kind, in any script, without regard to case and accents. */
  words: string
  /** BCP 47, or null for any. */
  language: string | null
  /** Null for any. */
  status: DocumentStatus | null
  /** Only what this person is asked to work on; null: everything. */
  assigneeId: string | null
}

export const EVERY_DOCUMENT: DocumentFilter = { words: '', language: null, status: null, assigneeId: null }

export function filterDocuments(documents: readonly HomeDocument[], filter: DocumentFilter): HomeDocument[] {
  const words = fold(filter.words).split(' ').filter(Boolean)
  return documents.filter((document) => {
    if (filter.language !== null && document.language !== filter.language) return false
    if (filter.status !== null && document.status !== filter.status) return false
    if (filter.assigneeId !== null && !document.assignees.some(({ id }) => id === filter.assigneeId)) return false
    if (words.length === 0) return true
    const text = fold([document.title, document.outlet, document.author, document.kind].join(' '))
    return words.every((word) => text.includes(word))
  })
}
