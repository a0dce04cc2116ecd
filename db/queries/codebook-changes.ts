import { and, desc, eq, gt, ilike, lt, max, or, type SQL, sql } from 'drizzle-orm'
import type { Db } from '#/db/client.ts'
import { codebookChanges } from '#/db/schema/codebook.ts'
import { users } from '#/db/schema/people.ts'
import type { Scope } from '#/db/scope.ts'
import type { CodebookAct, CodebookDifference, CodebookEntry, CodebookPatch } from '#/lib/codebook/codebook-change.ts'

/** A row of the change log. */
export interface CodebookChangeRow extends CodebookDifference {
  version: number
  at: Date
  /** Who did it. */
  by: string
  byName: string
  act: CodebookAct
  entry: CodebookEntry
  entryId: string | null
  name: string
  /** What takes it back; null: nothing was kept for that. */
  undo: unknown
  /** The version that took it back. */
  undoneBy: number | null
}

export interface NewCodebookChange extends CodebookDifference {
  act: CodebookAct
  entry: CodebookEntry
  /** The actor or theme; null for what concerns several. */
  entryId: string | null
  /** Its name when it happened. */
  name: string
  /** What takes it back: of merges and splits. */
  undo?: unknown
}

/**
 * Writes a change into the change log of the codebook and returns the version it makes. What it did to entries comes from
 * `codebookDifference`, and must be all of it: earlier versions are read by taking the changes back one by one. Call it in the transaction of the
 * change itself, after `lockWorkspace`, so that versions have no gaps and no doubles.
 */
export async function recordCodebookChange(tx: Db, scope: Scope, change: NewCodebookChange): Promise<number> {
  const { workspaceId, userId } = scope
  const [last] = await tx
    .select({ version: max(codebookChanges.version) })
    .from(codebookChanges)
    .where(eq(codebookChanges.workspaceId, workspaceId))
  // What was saved as it was is no change.
  const { act, before, after } = change
  if ((act === 'changed' || act === 'moved') && isEmpty(before) && isEmpty(after)) return last?.version ?? 0
  const version = (last?.version ?? 0) + 1
  await tx.insert(codebookChanges).values({ workspaceId, version, by: userId, ...change })
  return version
}

const isEmpty = (patch: CodebookPatch): boolean => Object.keys(patch).length === 0

/** Which changes to read; what is absent does not narrow. */
export interface ChangesWanted {
  /** Only versions after, and before, this one. */
  after?: number
  before?: number
  /** Only what was done to this actor, theme or kind; having shifted among its siblings does not count. */
  entryId?: string
  entry?: CodebookEntry
  /** Part of the name it had, in any case. */
  text?: string
  limit?: number
}

/** Changes of the codebook, the last one first. */
export async function listCodebookChanges(db: Db, scope: Scope, wanted: ChangesWanted = {}): Promise<CodebookChangeRow[]> {
  const { after, before, entryId, text = '', limit } = wanted
  const { version, at, by, act, entry, name, undo, undoneBy } = codebookChanges
  const query = db
    .select({
      ...{ version, at, by, byName: users.name, act, entry, entryId: codebookChanges.entryId, name, undo, undoneBy },
      before: codebookChanges.before,
      after: codebookChanges.after,
    })
    .from(codebookChanges)
    .innerJoin(users, eq(users.id, by))
    .where(
      and(
        eq(codebookChanges.workspaceId, scope.workspaceId),
        after === undefined ? undefined : gt(version, after),
        before === undefined ? undefined : lt(version, before),
        wanted.entry === undefined ? undefined : eq(entry, wanted.entry),
        text === '' ? undefined : ilike(name, `%${text.replaceAll(/[\\%_]/g, '\\$&')}%`),
        entryId === undefined ? undefined : or(eq(sql`${codebookChanges.entryId}::text`, entryId), touches(entryId)),
      ),
    )
    .orderBy(desc(version))
  return limit === undefined ? query : query.limit(limit)
}

function touches(id: string): SQL {
  const sides = ['actors', 'themes', 'kinds'].map((section) => {
    const fields = sql`(${codebookChanges.before} -> ${section}::text -> ${id}::text)`
    return sql`case jsonb_typeof(${fields}) when 'object' then ${fields} - 'position' <> '{}'::jsonb when 'null' then true else false end`
  })
  return sql`(${sql.join(sides, sql` or `)})`
}

/** Marks a change as taken back. */
export async function markChangeUndone(tx: Db, scope: Scope, version: number, undoneBy: number): Promise<void> {
  await tx
    .update(codebookChanges)
    .set({ undoneBy })
    .where(and(eq(codebookChanges.workspaceId, scope.workspaceId), eq(codebookChanges.version, version)))
}
