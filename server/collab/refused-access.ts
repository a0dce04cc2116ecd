import type { Db } from '#/db/client.ts'
import { recordAudit } from '#/db/queries/audit-log.ts'
import { log } from '#/server/log.ts'

const EVERY_MS = 60_000
/** People remembered at most; the oldest go first. */
const MOST_PEOPLE = 10_000

/** Writes down who asks for rooms that are not theirs: once a minute and person, however often somebody asks. */
export class RefusedAccess {
  readonly #db: Db
  readonly #noted = new Map<string, number>()

  constructor(db: Db) {
    this.#db = db
  }

  /**
   * Nobody waits for it, so that a room of others answers as fast as one that never was.
   *
   * @param room its name; null for one that can be no room's
   */
  note(userId: string, room: string | null, now = Date.now()): void {
    const last = this.#noted.get(userId)
    if (last !== undefined && now - last < EVERY_MS) return
    this.#noted.delete(userId)
    this.#noted.set(userId, now)
    const [oldest] = this.#noted.keys()
    if (oldest !== undefined && this.#noted.size > MOST_PEOPLE) this.#noted.delete(oldest)
    recordAudit(this.#db, { event: 'access-refused', workspaceId: null, userId, subject: room ?? 'no room' }).catch((error) =>
      log.error('collab.audit-failed', error),
    )
  }
}
