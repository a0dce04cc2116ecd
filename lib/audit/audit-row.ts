import type { AuditDetails, AuditEvent } from './audit-event.ts'

/** An entry of the audit log as it is read. */
export interface AuditRow {
  seq: number
  /** ms since 1970. */
  at: number
  event: AuditEvent
  /** Null for what belongs to no workspace. */
  workspaceId: string | null
  userId: string | null
  /** Today's name of who did it, or of whose account it was about; null when nobody is known. */
  userName: string | null
  subject: string
  details: AuditDetails
  hash: string
  /** The hash of the row before: what its own is bound to. */
  before: string
}
