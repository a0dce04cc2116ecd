import { sql } from 'drizzle-orm'
import type { Db } from '#/db/client.ts'
import { documents } from '#/db/schema/documents.ts'
import { excerpts } from '#/db/schema/excerpts.ts'
import type { Scope } from '#/db/scope.ts'
import { documentMatches, excerptMatches } from './match-query.ts'
import type { ResolvedQuery } from './resolve-query.ts'

/** The ordinals of excerpts that match, as a set: four bytes each on the way, one bit each here. */
export async function matchingOrdinals(db: Db, scope: Scope, resolved: ResolvedQuery): Promise<(ordinal: number) => boolean> {
  const { rows } = await db.execute<{ packed: Buffer | null }>(sql`
    select string_agg(int4send(${excerpts.ordinal}), '') as packed from ${excerpts} join ${documents} on ${documents.id} = ${excerpts.documentId}
    where ${documentMatches(scope, resolved)} and ${excerptMatches(scope, resolved)}`)
  const packed = rows[0]?.packed
  if (!packed?.length) return () => false
  // A million at a time, while nobody else is answered: 16 ms like this, 72 ms by way of arrays.
  let [first, last] = [packed.readInt32BE(0), packed.readInt32BE(0)]
  for (let at = 4; at < packed.length; at += 4) {
    const ordinal = packed.readInt32BE(at)
    if (ordinal < first) first = ordinal
    else if (ordinal > last) last = ordinal
  }
  const bits = new Uint8Array(((last - first) >> 3) + 1)
  for (let at = 0; at < packed.length; at += 4) {
    const place = packed.readInt32BE(at) - first
    bits[place >> 3] = (bits[place >> 3] as number) | (1 << (place & 7))
  }
  return (ordinal) => {
    const at = ordinal - first
    return at >= 0 && ((bits[at >> 3] ?? 0) & (1 << (at & 7))) !== 0
  }
}
