import { type SQL, sql } from 'drizzle-orm'
import type { Db } from '#/db/client.ts'
import { documents } from '#/db/schema/documents.ts'
import { excerpts } from '#/db/schema/excerpts.ts'
import type { Scope } from '#/db/scope.ts'
import { documentMatches, excerptMatches } from './match-query.ts'
import type { ResolvedQuery } from './resolve-query.ts'

/** Memory a sort or a hash table of counting may take before it goes to disk. */
const WORK_MEMORY = '48MB'

/** Runs what counts over many statements, at one moment and with room to do it. */
export function counting<T>(db: Db, work: (tx: Db) => Promise<T>): Promise<T> {
  return db.transaction(async (tx) => {
    await tx.execute(sql`select set_config('work_mem', ${WORK_MEMORY}, true)`)
    return work(tx)
  })
}

/** The table expression `hit`: the statements asked for, with where they stand and when. */
export function hits(scope: Scope, resolved: ResolvedQuery): SQL {
  return sql`hit as materialized (
    select ${excerpts.annotationId} as annotation_id, ${excerpts.documentId} as document_id, ${excerpts.state} as state,
      ${excerpts.sentenceStart} as sentence_start, ${excerpts.sentenceEnd} as sentence_end,
      ${excerpts.paragraphStart} as paragraph_start, ${excerpts.paragraphEnd} as paragraph_end,
      ${excerpts.eventFrom} as event_from, ${excerpts.eventUntil} as event_until
    from ${excerpts} join ${documents} on ${documents.id} = ${excerpts.documentId}
    where ${documentMatches(scope, resolved)} and ${excerptMatches(scope, resolved)}
  )`
}

/** The table expression `theme_group` (id, top): what each theme is counted as. Themes that are not in it are not counted. */
export function themeGroup(of: ReadonlyMap<string, string>): SQL {
  const [ids, tops] = [sql.param([...of.keys()]), sql.param([...of.values()])]
  return sql`theme_group (id, top) as materialized (select * from unnest(${ids}::uuid[], ${tops}::uuid[]))`
}
