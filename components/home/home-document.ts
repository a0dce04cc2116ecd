import type { LastDeed } from '#/lib/activity/deed.ts'
import type { DocumentMetaInput } from '#/lib/document/check-meta.ts'
import type { DocumentStatus } from '#/lib/document/status.ts'

/** A document with what is known about it. */
export interface DescribedDocument extends DocumentMetaInput {
  id: string
  wordCount: number
  /** Statements, as last projected. */
  excerptCount: number
  updatedAt: Date
  /** The text is another than that of the source. */
  differs: boolean
}

/** A document as the list shows it. */
export interface HomeDocument extends DescribedDocument {
  status: DocumentStatus
  /** Who is asked to work on it. */
  assignees: readonly { id: string; name: string }[]
  /** How much of it was read, 0 to 1: as far as the member came who came furthest. */
  readShare: number
  /** What was last done in it; null: nothing is known of it yet. */
  lastDeed: LastDeed | null
}

/** When something was last done in it, ms since 1970. */
export const lastActivity = ({ lastDeed, updatedAt }: Pick<HomeDocument, 'lastDeed' | 'updatedAt'>): number =>
  lastDeed?.at ?? updatedAt.getTime()
