import { hash } from 'node:crypto'
import type { AuditDetails, AuditEvent } from './audit-event.ts'

/** What the hash of a row of the audit log covers: everything but the hash itself. */
export interface AuditFacts {
  /** 1, 2, 3 ... without gaps. */
  seq: number
  /** To the millisecond. */
  at: Date
  workspaceId: string | null
  userId: string | null
  event: AuditEvent
  subject: string
  details: AuditDetails
}

/** What the first row is bound to, in place of a row before it. */
export const BEFORE_THE_FIRST = '0'.repeat(64)

/**
 * The hash of a row, bound to the one before: lower-case hex SHA-256 of the UTF-8 bytes of the JSON array
 *
 *     [hash of the row before, seq, at, workspaceId, userId, event, subject, details]
 *
 * without white space. `at` is ISO 8601 in UTC with milliseconds (2026-01-31T09:00:00.000Z), an absent id is null, `details`
 * is an array of [name, value] in the order of the names' UTF-16 code units. JSON delimits every field, so no two different
 * rows have one encoding.
 */
export function auditHash(before: string, row: AuditFacts): string {
  const details = Object.entries(row.details).sort(([a], [b]) => (a < b ? -1 : 1))
  return hash(
    'sha256',
    JSON.stringify([before, row.seq, row.at.toISOString(), row.workspaceId, row.userId, row.event, row.subject, details]),
    'hex',
  )
}
