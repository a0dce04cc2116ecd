import { and, eq, inArray, isNotNull, isNull, sql } from 'drizzle-orm'
import type { Db } from '#/db/client.ts'
import { auditLog } from '#/db/schema/audit.ts'
import { actors, themes } from '#/db/schema/codebook.ts'
import { users } from '#/db/schema/people.ts'
import type { Scope } from '#/db/scope.ts'

/** A deleted actor or theme. It stays until it is brought back: statements refer to it. */
export interface DeletedEntry {
  id: string
  kind: 'actor' | 'theme'
  name: string
  deletedAt: Date
  /** As the audit log has it; null for one deleted before there was one. */
  deletedBy: string | null
}

/** The deleted entries of the codebook, last deleted first; merged ones are no deleted ones. */
export async function listDeletedEntries(db: Db, scope: Scope): Promise<DeletedEntry[]> {
  const deletedOf = (table: typeof actors | typeof themes) =>
    db
      .select({ id: table.id, name: table.name, deletedAt: table.deletedAt })
      .from(table)
      .where(and(eq(table.workspaceId, scope.workspaceId), isNotNull(table.deletedAt), isNull(table.mergedInto)))
  const [deletedActors, deletedThemes] = [await deletedOf(actors), await deletedOf(themes)]
  const by = await whoDeleted(db, scope)
  const entry = (kind: DeletedEntry['kind']) => (row: { id: string; name: string; deletedAt: Date | null }) => {
    return { ...row, kind, deletedAt: row.deletedAt as Date, deletedBy: by.get(row.id) ?? null }
  }
  return [...deletedActors.map(entry('actor')), ...deletedThemes.map(entry('theme'))].sort(
    (a, b) => b.deletedAt.getTime() - a.deletedAt.getTime(),
  )
}

async function whoDeleted(db: Db, scope: Scope): Promise<Map<string, string>> {
  const rows = await db
    .selectDistinctOn([auditLog.subject], { id: auditLog.subject, name: users.name })
    .from(auditLog)
    .innerJoin(users, eq(users.id, auditLog.userId))
    .where(and(eq(auditLog.workspaceId, scope.workspaceId), inArray(auditLog.event, ['actor-deleted', 'theme-deleted'])))
    .orderBy(auditLog.subject, sql`${auditLog.seq} desc`)
  return new Map(rows.map(({ id, name }) => [id, name]))
}
