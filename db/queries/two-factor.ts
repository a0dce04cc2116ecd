import { and, count, eq, isNotNull, isNull, lt, or } from 'drizzle-orm'
import type { Db } from '#/db/client.ts'
import { recoveryCodes, users } from '#/db/schema/people.ts'

export interface SecondFactor {
  /** The sealed secret of the authenticator app; null: none was set up. */
  sealed: string | null
  /** Since when it is asked for; null: it is not. */
  since: Date | null
  /** Step of the last code that was used. */
  lastStep: number | null
}

/** How far a person is with a second factor; null when there is no such person. */
export async function findSecondFactor(db: Db, userId: string): Promise<SecondFactor | null> {
  const [row] = await db
    .select({ sealed: users.totpSealed, since: users.totpSince, lastStep: users.totpLastStep })
    .from(users)
    .where(eq(users.id, userId))
  return row ?? null
}

/** Keeps a sealed secret that is not asked for yet; false when a second factor is on already. */
export async function setPendingSecret(db: Db, userId: string, sealed: string): Promise<boolean> {
  const rows = await db
    .update(users)
    .set({ totpSealed: sealed, totpLastStep: null })
    .where(and(eq(users.id, userId), isNull(users.totpSince)))
    .returning({ id: users.id })
  return rows.length > 0
}

/** Turns the second factor on that was being set up with this sealed secret; false when it is on, or another was begun. */
export async function turnOnSecondFactor(tx: Db, userId: string, values: { sealed: string; step: number; now: Date }): Promise<boolean> {
  const rows = await tx
    .update(users)
    .set({ totpSince: values.now, totpLastStep: values.step })
    .where(and(eq(users.id, userId), isNull(users.totpSince), eq(users.totpSealed, values.sealed)))
    .returning({ id: users.id })
  return rows.length > 0
}

/** Uses a step's code up; false when it, or a later one, was used before. Of two at the same time one gets it. */
export async function takeStep(db: Db, userId: string, step: number): Promise<boolean> {
  const rows = await db
    .update(users)
    .set({ totpLastStep: step })
    .where(and(eq(users.id, userId), or(isNull(users.totpLastStep), lt(users.totpLastStep, step))))
    .returning({ id: users.id })
  return rows.length > 0
}

/** Removes the second factor with everything that belongs to it; false when there was none. */
export async function removeSecondFactor(tx: Db, userId: string): Promise<boolean> {
  const rows = await tx
    .update(users)
    .set({ totpSealed: null, totpSince: null, totpLastStep: null })
    .where(and(eq(users.id, userId), isNotNull(users.totpSealed)))
    .returning({ id: users.id })
  await tx.delete(recoveryCodes).where(eq(recoveryCodes.userId, userId))
  return rows.length > 0
}

/** Puts new recovery codes in the place of all former ones. */
export async function replaceRecoveryCodes(tx: Db, userId: string, codeHashes: readonly string[]): Promise<void> {
  await tx.delete(recoveryCodes).where(eq(recoveryCodes.userId, userId))
  await tx.insert(recoveryCodes).values(codeHashes.map((codeHash) => ({ userId, codeHash })))
}

/** Uses a recovery code up; false when there is none of this hash, or it was used before. Of two at the same time one gets it. */
export async function takeRecoveryCode(db: Db, userId: string, codeHash: string, now: Date): Promise<boolean> {
  const rows = await db
    .update(recoveryCodes)
    .set({ usedAt: now })
    .where(and(eq(recoveryCodes.userId, userId), eq(recoveryCodes.codeHash, codeHash), isNull(recoveryCodes.usedAt)))
    .returning({ userId: recoveryCodes.userId })
  return rows.length > 0
}

/** How many recovery codes of a person were not used yet. */
export async function countRecoveryCodes(db: Db, userId: string): Promise<number> {
  const [row] = await db
    .select({ left: count() })
    .from(recoveryCodes)
    .where(and(eq(recoveryCodes.userId, userId), isNull(recoveryCodes.usedAt)))
  return row?.left ?? 0
}

/** Every sealed secret, locked until the transaction ends. */
export async function lockSealedSecrets(tx: Db): Promise<{ userId: string; sealed: string }[]> {
  const rows = await tx.select({ userId: users.id, sealed: users.totpSealed }).from(users).where(isNotNull(users.totpSealed)).for('update')
  return rows.flatMap(({ userId, sealed }) => (sealed ? [{ userId, sealed }] : []))
}

/** Puts a secret sealed anew in the place of the one that was locked. */
export async function setSealedSecret(tx: Db, userId: string, sealed: string): Promise<void> {
  await tx.update(users).set({ totpSealed: sealed }).where(eq(users.id, userId))
}
