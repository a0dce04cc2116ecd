import { eq } from 'drizzle-orm'
import type { Db } from '#/db/client.ts'
import { actors, themes } from '#/db/schema/codebook.ts'
import type { Scope } from '#/db/scope.ts'
import type { EntryNames } from '#/lib/codebook/entry-names.ts'
import { listKinds } from './codebook.ts'

/** The names of all actors and themes there are or were, and of the kinds there are. */
export async function readEntryNames(db: Db, scope: Scope): Promise<EntryNames> {
  const entries: Record<string, string> = {}
  for (const table of [actors, themes]) {
    const rows = await db.select({ id: table.id, name: table.name }).from(table).where(eq(table.workspaceId, scope.workspaceId))
    for (const { id, name } of rows) entries[id] = name
  }
  const kinds = Object.fromEntries((await listKinds(db, scope)).map(({ slug, name }) => [slug, name]))
  return { entries, kinds }
}
