import { and, eq, inArray, isNull } from 'drizzle-orm'
import type { Db } from '#/db/client.ts'
import { actors } from '#/db/schema/codebook.ts'
import type { Scope } from '#/db/scope.ts'
import type { ExcerptFacts } from '#/lib/excerpt/excerpt.ts'
import { type FactColumns, factsOf } from '#/lib/excerpt/fact-columns.ts'

/** Turns columns into facts that name who reports: looks up the actors of all of them at once. */
export async function factsNamed(db: Db, scope: Scope, all: readonly FactColumns[]): Promise<(columns: FactColumns) => ExcerptFacts> {
  const ids = new Set(all.flatMap(({ reportedBy }) => reportedBy ?? []).flatMap((link) => ('actor' in link ? [link.actor] : [])))
  const rows =
    ids.size === 0
      ? []
      : await db
          .select({ id: actors.id, name: actors.name })
          .from(actors)
          .where(and(eq(actors.workspaceId, scope.workspaceId), isNull(actors.deletedAt), inArray(actors.id, [...ids])))
  const names = new Map(rows.map(({ id, name }) => [id, name]))
  return (columns) => {
    const facts = factsOf(columns)
    const reportedBy = facts.reportedBy.map((link) =>
      // A chain without one of its links would say something else.
      'actor' in link ? { id: link.actor, name: names.get(link.actor) ?? 'Deleted actor' } : { id: null, name: link.name },
    )
    return { ...facts, reportedBy }
  }
}
