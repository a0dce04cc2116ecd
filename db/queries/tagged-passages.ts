import { type SQL, sql } from 'drizzle-orm'
import type { Db } from '#/db/client.ts'
import type { Scope } from '#/db/scope.ts'
import type { EntrySort } from '#/lib/codebook/merge.ts'
import type { TaggedPassage } from '#/lib/codebook/tagged-passage.ts'
import { COUNTED } from './codebook-uses.ts'

/** Most passages of one entry that are listed. */
const MOST_PASSAGES = 5000

const TAGS: Record<EntrySort, { table: SQL; entry: SQL; how: SQL }> = {
  actor: { table: sql`excerpt_actors`, entry: sql`tag.actor_id`, how: sql`tag.role` },
  theme: { table: sql`excerpt_themes`, entry: sql`tag.theme_id`, how: sql`tag.stance` },
}

/**
 * The passages that are tagged with an entry itself, in shared layers of documents that are not in the bin: document by
 * document in reading order, detached ones last.
 */
export async function listTaggedPassages(db: Db, scope: Scope, sort: EntrySort, id: string): Promise<TaggedPassage[]> {
  const { table, entry, how } = TAGS[sort]
  const { rows } = await db.execute<Record<string, unknown> & TaggedPassage>(sql`
    select e.annotation_id as "annotationId", e.document_id as "documentId", d.title, d.language, d.direction, e.quote,
           e.context_before as "contextBefore", e.context_after as "contextAfter", u.name as tagger,
           array_agg(distinct ${how}) as how
    from ${table} tag ${COUNTED}
    left join users u on u.id = e.tagger_id
    where tag.workspace_id = ${scope.workspaceId} and ${entry} = ${id}
    group by e.annotation_id, d.id, u.name
    order by d.published_on desc nulls last, d.title, d.id, e.start_utf16 nulls last, e.annotation_id
    limit ${MOST_PASSAGES}`)
  return rows.map((row) => ({ ...row }))
}
