import type { Db } from '#/db/client.ts'
import { documentDepartures, excerptStamps } from '#/db/schema/excerpts.ts'

/**
 * Empties what tells when excerpts changed: numbers of transactions mean nothing in another database, where a transaction with the very
 * same number would leave no mark. Call it before anybody counts.
 */
export async function forgetStamps(tx: Db): Promise<void> {
  await tx.delete(excerptStamps)
  await tx.delete(documentDepartures)
}
