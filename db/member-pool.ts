import type pg from 'pg'
import { isId } from '#/lib/id.ts'
import { MEMBER_ROLE } from './member-wall.ts'

const LEAVE = 'reset role; reset interline.workspace'

/**
 * A pool's connections as one workspace's members use them: under the member role, for the time of one query or one
 * transaction. (Drizzle takes what has "Pool" in the name of its class for a pool, and connects for a transaction.)
 */
export class MemberPool {
  readonly #pool: pg.Pool
  /** One statement: one trip. */
  readonly #enter: string

  /** @throws when the workspace's id is none */
  constructor(pool: pg.Pool, workspaceId: string) {
    if (!isId(workspaceId)) throw new Error('A workspace has a UUID')
    this.#pool = pool
    this.#enter = `select set_config('role', '${MEMBER_ROLE}', false), set_config('interline.workspace', '${workspaceId}', false)`
  }

  /** A connection that only sees this workspace. Once released it is what it was, or it is closed. */
  async connect(): Promise<pg.PoolClient> {
    const client = await this.#pool.connect()
    const release = client.release.bind(client)
    try {
      await client.query(this.#enter)
    } catch (error) {
      release(error as Error)
      throw error
    }
    client.release = (error) => {
      // Rights set inside a transaction that somebody left open would come back with its end.
      if (error || client.getTransactionStatus() !== 'I') return release(error ?? true)
      client.query(LEAVE).then(() => release(), release)
    }
    return client
  }

  async query(config: pg.QueryArrayConfig, values?: unknown[]): Promise<pg.QueryArrayResult> {
    const client = await this.connect()
    try {
      return await client.query(config, values)
    } finally {
      client.release()
    }
  }
}
