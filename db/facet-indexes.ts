import type { Db } from './client.ts'
import { type FacetSnapshot, loadFacets, refreshFacets } from './queries/facet-index.ts'
import type { Scope } from './scope.ts'

/** Memory for all workspaces together, bytes; the one that is asked for is kept whatever it takes. Some 65 bytes for an excerpt. */
const LIMIT = 256 * 2 ** 20

/**
 * What excerpts are counted by, kept in memory for the workspaces that were asked for last. Nothing has to tell it of changes: each time it
 * reads from the database which documents changed, in the snapshot in which it is used. One for a database.
 */
export class FacetIndexes {
  /** The one used last is the last. */
  readonly #kept = new Map<string, FacetSnapshot>()
  readonly #turns = new Map<string, Promise<void>>()
  readonly #limit: number

  constructor(limit = LIMIT) {
    this.#limit = limit
  }

  /** Memory taken, bytes. */
  get bytes(): number {
    return this.#kept.values().reduce((sum, { bytes }) => sum + bytes, 0)
  }

  /** Works with a workspace's facets and the database, both as they are at one moment. Call it outside transactions. */
  async at<T>(db: Db, scope: Scope, work: (tx: Db, facets: FacetSnapshot) => Promise<T>): Promise<T> {
    const { workspaceId } = scope
    const next = await this.#turn(workspaceId)
    try {
      const last = this.#kept.get(workspaceId) ?? (await loadFacets(db, scope))
      return await db.transaction(
        async (tx) => {
          const facets = await refreshFacets(tx, scope, last)
          this.#keep(workspaceId, facets)
          next()
          return await work(tx, facets)
        },
        { isolationLevel: 'repeatable read', accessMode: 'read only' },
      )
    } finally {
      next()
    }
  }

  /**
   * Waits until nobody reads this workspace; answers what ends one's own turn. Whoever comes later has a later snapshot then: what is kept is
   * never newer than the transaction that uses it.
   */
  async #turn(workspaceId: string): Promise<() => void> {
    const before = this.#turns.get(workspaceId)
    const { promise, resolve } = Promise.withResolvers<void>()
    this.#turns.set(workspaceId, promise)
    await before
    return () => {
      resolve()
      if (this.#turns.get(workspaceId) === promise) this.#turns.delete(workspaceId)
    }
  }

  #keep(workspaceId: string, facets: FacetSnapshot): void {
    this.#kept.delete(workspaceId)
    this.#kept.set(workspaceId, facets)
    for (const other of this.#kept.keys()) {
      if (this.bytes <= this.#limit || other === workspaceId) break
      this.#kept.delete(other)
    }
  }
}
