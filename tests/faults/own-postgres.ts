import { openDatabase } from '#/db/client.ts'
import { type PostgresServer, startPostgres } from '#/tests/support/postgres-server.ts'

/** Runs something with a PostgreSQL server of its own, migrated and empty, for faults of the server itself. */
export async function withPostgres<T>(use: (server: PostgresServer) => Promise<T>): Promise<T> {
  const server = await startPostgres()
  try {
    await (await openDatabase({ url: server.url })).close()
    return await use(server)
  } finally {
    await server.stop()
  }
}
