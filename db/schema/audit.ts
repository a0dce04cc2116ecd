import { bigserial, index, jsonb, pgTable, text, uuid } from 'drizzle-orm/pg-core'
import type { AuditDetails, AuditEvent } from '#/lib/audit/audit-event.ts'
import { at } from './types.ts'
import { ownWorkspaceOnly } from './workspace-policy.ts'

/**
 * What people did that others may have to answer for later: append-only (a trigger refuses everything else), each row
 * bound to the one before by its hash. It refers to nothing, because it outlives what it speaks of.
 */
export const auditLog = pgTable(
  'audit_log',
  {
    seq: bigserial({ mode: 'number' }).primaryKey(),
    at: at('at').notNull(),
    /** Null for what belongs to no workspace: signing in, passwords, backups. */
    workspaceId: uuid('workspace_id'),
    /** Who did it; null: nobody who was signed in. */
    userId: uuid('user_id'),
    event: text().$type<AuditEvent>().notNull(),
    /** Id of the document, member, actor ... it was done to; empty when there is none. */
    subject: text().notNull().default(''),
    details: jsonb().$type<AuditDetails>().notNull().default({}),
    /** Hex SHA-256 over the hash of the row before and this row; see lib/audit. */
    hash: text().notNull(),
  },
  (t) => [
    index('audit_log_workspace').on(t.workspaceId, t.seq),
    index('audit_log_user').on(t.userId, t.seq),
    ownWorkspaceOnly(t.workspaceId),
  ],
)
