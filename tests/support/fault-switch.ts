import type { Pool, PoolClient } from 'pg'

/** How writing documents goes wrong. */
export interface Faults {
  /** `before`: the statement never reaches the database. `after`: it does, and its answer is lost. `hang`: no answer ever comes. */
  writes: 'none' | 'before' | 'after' | 'hang'
  /** Share of the writes that go wrong, 0 to 1; default all. */
  share?: number
  /** So many writes at most; default no end. */
  times?: number
}

type Query = (...args: unknown[]) => unknown

/** Makes statements that write to the log of rooms (or to a peer's table of documents) fail on their way to the database, in the process of a test only. */
export class FaultSwitch {
  #faults: Faults = { writes: 'none' }
  #left = Number.POSITIVE_INFINITY
  readonly #patched = new WeakSet<PoolClient>()

  constructor(pool: Pool) {
    pool.on('acquire', (client) => this.#patch(client))
  }

  set(faults: Faults): void {
    this.#faults = faults
    this.#left = faults.times ?? Number.POSITIVE_INFINITY
  }

  #patch(client: PoolClient): void {
    if (this.#patched.has(client)) return
    this.#patched.add(client)
    const query = client.query.bind(client) as Query
    client.query = ((...args: unknown[]) => this.#query(query, args)) as PoolClient['query']
  }

  #query(query: Query, args: unknown[]): unknown {
    const { writes, share = 1 } = this.#faults
    if (writes === 'none' || !isLogWrite(args[0]) || this.#left <= 0 || Math.random() >= share) return query(...args)
    this.#left--
    const callback = args.find((arg) => typeof arg === 'function') as ((error: Error) => void) | undefined
    const failed = new Error('The connection was lost (fault switch)')
    if (writes === 'hang') return callback ? undefined : new Promise(() => {})
    if (writes === 'before') {
      if (!callback) return Promise.reject(failed)
      setImmediate(callback, failed)
      return undefined
    }
    if (!callback)
      return (query(...args) as Promise<unknown>).then(() => {
        throw failed
      })
    return query(...args.map((arg) => (arg === callback ? () => callback(failed) : arg)))
  }
}

function isLogWrite(statement: unknown): boolean {
  const text = typeof statement === 'string' ? statement : ((statement as { text?: string } | null)?.text ?? '')
  return /insert into "?(room_updates|peer_documents)\b/.test(text)
}
