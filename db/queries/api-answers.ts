import { and, eq, isNull, lt } from 'drizzle-orm'
import type { Db } from '#/db/client.ts'
import { apiAnswers } from '#/db/schema/api.ts'

/** An answer that was given. */
export interface KeptAnswer {
  status: number
  headers: Record<string, string>
  body: string
}

export type Begun =
  | { begun: true }
  /** `answer` is null while the first request is still being answered. */
  | { begun: false; fingerprint: string; answer: KeptAnswer | null }

/** Takes a key for a request, or says what came of the one that has it. */
export async function beginAnswer(db: Db, userId: string, key: string, fingerprint: string, staleBefore: Date): Promise<Begun> {
  const own = and(eq(apiAnswers.userId, userId), eq(apiAnswers.key, key))
  // A server that stopped in the middle never finished it.
  await db.delete(apiAnswers).where(and(own, isNull(apiAnswers.status), lt(apiAnswers.createdAt, staleBefore)))
  const rows = await db.insert(apiAnswers).values({ userId, key, fingerprint }).onConflictDoNothing().returning({ key: apiAnswers.key })
  if (rows.length > 0) return { begun: true }
  const [row] = await db.select().from(apiAnswers).where(own)
  if (!row) return { begun: false, fingerprint, answer: null }
  const { status, headers, body } = row
  return { begun: false, fingerprint: row.fingerprint, answer: status === null ? null : { status, headers, body } }
}

export async function keepAnswer(db: Db, userId: string, key: string, answer: KeptAnswer): Promise<void> {
  await db
    .update(apiAnswers)
    .set(answer)
    .where(and(eq(apiAnswers.userId, userId), eq(apiAnswers.key, key)))
}

/** Gives a key free again: nothing was done. */
export async function dropAnswer(db: Db, userId: string, key: string): Promise<void> {
  await db.delete(apiAnswers).where(and(eq(apiAnswers.userId, userId), eq(apiAnswers.key, key)))
}

export async function deleteOldAnswers(db: Db, before: Date): Promise<void> {
  await db.delete(apiAnswers).where(lt(apiAnswers.createdAt, before))
}
