import { sql } from 'drizzle-orm'
import { type AnyPgColumn, pgPolicy } from 'drizzle-orm/pg-core'

/**
 * The second wall of a table whose rows belong to a workspace: who works as a member (see `db/member-wall.ts`) reads and
 * writes the rows of the workspace the connection was opened for, and none while it was opened for none. The owner of the
 * tables, as which the product looks accounts up, migrates and keeps the log, passes.
 *
 * The setting is read in a sub-select: once for a statement, not once for a row.
 */
export function ownWorkspaceOnly(workspaceId: AnyPgColumn) {
  const mine = sql`${workspaceId} = (select nullif(current_setting('interline.workspace', true), '')::uuid)`
  return pgPolicy('own_workspace_only', { using: mine, withCheck: mine })
}
