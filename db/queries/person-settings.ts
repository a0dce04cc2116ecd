import { eq, sql } from 'drizzle-orm'
import type { Db } from '#/db/client.ts'
import { users } from '#/db/schema/people.ts'
import type { PersonSettings } from '#/lib/person/settings.ts'

/** What a person has set for themselves; nothing of somebody who does not exist. */
export async function readSettings(db: Db, userId: string): Promise<PersonSettings> {
  const [row] = await db.select({ settings: users.settings }).from(users).where(eq(users.id, userId))
  return row?.settings ?? {}
}

/** Sets the fields that are there; one that is there and undefined goes back to its usual value. Other fields stay, also those set meanwhile. */
export async function changeSettings(db: Db, userId: string, changes: PersonSettings): Promise<void> {
  const set = JSON.stringify(changes)
  const unset = Object.entries(changes).flatMap(([field, value]) => (value === undefined ? [field] : []))
  const kept = sql`${users.settings} || ${set}::jsonb`
  const settings = unset.reduce((rest, field) => sql`(${rest}) - ${field}::text`, kept)
  await db.update(users).set({ settings }).where(eq(users.id, userId))
}
