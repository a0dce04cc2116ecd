import { and, eq, gt, isNull, lt } from 'drizzle-orm'
import type { Db } from '#/db/client.ts'
import { passwordResets, users } from '#/db/schema/people.ts'
import { newId } from '#/lib/id.ts'

export interface FoundReset {
  id: string
  userId: string
  email: string
  expiresAt: Date
  usedAt: Date | null
}

/** @param values.tokenHash hex SHA-256 of the token in the link; the token itself is never kept */
export async function insertPasswordReset(db: Db, values: { userId: string; tokenHash: string; expiresAt: Date }): Promise<void> {
  await db.insert(passwordResets).values({ id: newId(), ...values })
}

/** The reset of a link, in whatever state it is; null when the link is none of ours. */
export async function findPasswordReset(db: Db, tokenHash: string): Promise<FoundReset | null> {
  const [row] = await db
    .select({
      id: passwordResets.id,
      userId: passwordResets.userId,
      email: users.email,
      expiresAt: passwordResets.expiresAt,
      usedAt: passwordResets.usedAt,
    })
    .from(passwordResets)
    .innerJoin(users, eq(users.id, passwordResets.userId))
    .where(eq(passwordResets.tokenHash, tokenHash))
  return row ?? null
}

/** Uses a reset up, and every other one of the person with it; false when it was used or has expired meanwhile. Of two at the same time one gets it. */
export async function takePasswordReset(tx: Db, reset: { id: string; userId: string }, now: Date): Promise<boolean> {
  const rows = await tx
    .update(passwordResets)
    .set({ usedAt: now })
    .where(and(eq(passwordResets.id, reset.id), isNull(passwordResets.usedAt), gt(passwordResets.expiresAt, now)))
    .returning({ id: passwordResets.id })
  if (rows.length === 0) return false
  await endPasswordResets(tx, reset.userId, now)
  return true
}

/** Makes every open link of a person worthless. */
export async function endPasswordResets(db: Db, userId: string, now: Date): Promise<void> {
  await db
    .update(passwordResets)
    .set({ usedAt: now })
    .where(and(eq(passwordResets.userId, userId), isNull(passwordResets.usedAt)))
}

/** Forgets links that expired before a date. */
export async function deleteOldPasswordResets(db: Db, before: Date): Promise<void> {
  await db.delete(passwordResets).where(lt(passwordResets.expiresAt, before))
}
