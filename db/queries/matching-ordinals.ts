import { sql } from 'drizzle-orm'
import type { Db } from '#/db/client.ts'
import { documents } from '#/db/schema/documents.ts'
import { excerpts } from '#/db/schema/excerpts.ts'
import type { Scope } from '#/db/scope.ts'
import { integers } from './facet-documents.ts'
import { documentMatches, excerptMatches } from './match-query.ts'
import type { ResolvedQuery } from './resolve-query.ts'

/** The ordinals of excerpts that match, as a set: four bytes each on the way, one bit each here. */
export async function matchingOrdinals(db: Db, scope: Scope, resolved: ResolvedQuery): Promise<(ordinal: number) => boolean> {
  const { rows } = await db.execute<{ packed: Buffer | null }>(sql`
    select string_agg(int4send(${excerpts.ordinal}), '') as packed from ${excerpts} join ${documents} on ${documents.id} = ${excerpts.documentId}
    where ${documentMatches(scope, resolved)} and ${excerptMatches(scope, resolved)}`)
  const ordinals = integers(rows[0]?.packed ?? null)
  const first = ordinals.reduce((least, ordinal) => Math.min(least, ordinal), Infinity)
  const last = ordinals.reduce((most, ordinal) => Math.max(most, ordinal), 0)
  if (ordinals.length === 0) return () => false
  const bits = new Uint8Array(((last - first) >> 3) + 1)
  for (const ordinal of ordinals) {
    const at = ordinal - first
    bits[at >> 3] = (bits[at >> 3] as number) | (1 << (at & 7))
  }
  return (ordinal) => {
    const at = ordinal - first
    return at >= 0 && ((bits[at >> 3] ?? 0) & (1 << (at & 7))) !== 0
  }
}
