import type { Db } from '#/db/client.ts'
import { users } from '#/db/schema/people.ts'
import { newId } from '#/lib/id.ts'

export interface TestUser {
  id: string
  email: string
  name: string
}

/** A person with an account, and a password only when a hash is given. */
export async function makeUser(db: Db, given: { name?: string; email?: string; passwordHash?: string } = {}): Promise<TestUser> {
  const id = newId()
  const user = { id, name: given.name ?? 'Layla Haddad', email: given.email ?? `${id}@example.org` }
  await db.insert(users).values({ ...user, passwordHash: given.passwordHash ?? null })
  return user
}
