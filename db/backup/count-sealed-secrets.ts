import { count, isNotNull } from 'drizzle-orm'
import type { Db } from '#/db/client.ts'
import { users } from '#/db/schema/people.ts'

/** People whose second factor is sealed with the secret of the installation. */
export async function countSealedSecrets(db: Db): Promise<number> {
  const [row] = await db.select({ n: count() }).from(users).where(isNotNull(users.totpSealed))
  return row?.n ?? 0
}
