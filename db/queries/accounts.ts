import { and, eq, notLike } from 'drizzle-orm'
import type { Db } from '#/db/client.ts'
import { identities, users } from '#/db/schema/people.ts'
import { newId } from '#/lib/id.ts'

export interface Account {
  id: string
  email: string
  name: string
  passwordHash: string | null
}

const account = { id: users.id, email: users.email, name: users.name, passwordHash: users.passwordHash }

/** Whether anybody has an account in this installation. */
export async function hasAccounts(db: Db): Promise<boolean> {
  return (await db.select({ id: users.id }).from(users).limit(1)).length > 0
}

/** Whether anybody real has one: the people of the sample workspace have addresses that cannot exist (RFC 2606). */
export async function hasRealAccounts(db: Db): Promise<boolean> {
  return (await db.select({ id: users.id }).from(users).where(notLike(users.email, '%.example')).limit(1)).length > 0
}

export async function findAccount(db: Db, userId: string): Promise<Account | null> {
  const [row] = await db.select(account).from(users).where(eq(users.id, userId))
  return row ?? null
}

/** @param email in lower case */
export async function findAccountByEmail(db: Db, email: string): Promise<Account | null> {
  const [row] = await db.select(account).from(users).where(eq(users.email, email))
  return row ?? null
}

export async function findAccountByIdentity(db: Db, provider: string, subject: string): Promise<Account | null> {
  const [row] = await db
    .select(account)
    .from(identities)
    .innerJoin(users, eq(users.id, identities.userId))
    .where(and(eq(identities.provider, provider), eq(identities.subject, subject)))
  return row ?? null
}

/** A new account, or null when the address (lower case) already has one. */
export async function insertAccount(db: Db, values: { email: string; name: string; passwordHash: string | null }): Promise<Account | null> {
  const [row] = await db
    .insert(users)
    .values({ id: newId(), ...values })
    .onConflictDoNothing({ target: users.email })
    .returning(account)
  return row ?? null
}

export async function insertIdentity(db: Db, values: { provider: string; subject: string; userId: string }): Promise<void> {
  await db.insert(identities).values(values).onConflictDoNothing()
}

export async function setPassword(db: Db, userId: string, passwordHash: string): Promise<void> {
  await db.update(users).set({ passwordHash }).where(eq(users.id, userId))
}

/** `colour`: 1 to 8. */
export async function setProfile(db: Db, userId: string, change: { name: string } | { colour: number }): Promise<void> {
  await db.update(users).set(change).where(eq(users.id, userId))
}

/** Takes the password from an account: from then on only its provider opens it. */
export async function removePassword(db: Db, userId: string): Promise<void> {
  await db.update(users).set({ passwordHash: null }).where(eq(users.id, userId))
}
