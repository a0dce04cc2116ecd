import type { DocumentStatus } from './status.ts'

/** A document somebody is asked to work on. */
export interface AssignedDocument {
  id: string
  title: string
  /** BCP 47. */
  language: string
  direction: 'ltr' | 'rtl'
  status: DocumentStatus
  /** Who asked. */
  by: { id: string; name: string }
  /** When, ms since 1970. */
  at: number
  /** They have not seen it yet. */
  isNew: boolean
}
