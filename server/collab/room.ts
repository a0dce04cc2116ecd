import type { RoomClaim } from '#/db/queries/room-log.ts'
import type { Pending } from './pending.ts'
import type { RoomKind } from './room-name.ts'

/** Which room it is. */
export interface RoomAbout {
  kind: RoomKind
  workspaceId: string
  /** The document of a text or layer room; null for a workspace room. */
  documentId: string | null
}

/** What a room begins with. */
export interface RoomStart {
  seq: number
  sinceSnapshot: number
  claims: readonly RoomClaim[]
  bytes: number
  pending: Pending | null
}
const EMPTY: RoomStart = { seq: 0, sinceSnapshot: 0, claims: [], bytes: 0, pending: null }

/** Yjs client ids that one person may bring into a room within a day: one for each tab in which they change something. */
const MOST_CLAIMS_A_DAY = 200
const DAY_MS = 86_400_000

/** What the server keeps about an open room beside its Yjs document. */
export class Room {
  readonly name: string
  readonly kind: RoomKind
  readonly workspaceId: string
  /** The document of a text or layer room; null for a workspace room. */
  readonly documentId: string | null
  /** Owner of each Yjs client id that ever wrote here. */
  readonly owners: Map<number, string>
  /** Everything in the log up to this sequence number is in the document. */
  appliedSeq: number
  /** Log rows since the last snapshot. */
  sinceSnapshot: number
  /** Size of the state, at most this many bytes. */
  bytes: number
  /** When `bytes` was last measured, ms (`performance.now`). */
  measuredAt = Number.NEGATIVE_INFINITY
  /** What of the log waits for rows that are missing. */
  pending: Pending | null
  /** The log may hold rows after this sequence number that the document lacks, because a commit failed in doubt; null: it does not. */
  doubtAfter: number | null = null
  /** How often a commit failed in doubt. */
  doubts = 0

  #committedSeq: number
  #inFlight = 0
  #settled: (() => void)[] = []
  /** Client ids that the database may not know as their owner's: their commit has not come about, or not yet. */
  readonly #unconfirmed = new Set<number>()
  /** Times at which each person brought new client ids in the last day, ms since 1970. */
  readonly #claimed = new Map<string, number[]>()

  constructor(about: RoomAbout & { name: string }, from: RoomStart = EMPTY, now = Date.now()) {
    this.name = about.name
    this.kind = about.kind
    this.workspaceId = about.workspaceId
    this.documentId = about.documentId
    this.owners = new Map(from.claims.map(({ clientId, userId }) => [clientId, userId]))
    this.appliedSeq = from.seq
    this.#committedSeq = from.seq
    this.sinceSnapshot = from.sinceSnapshot
    this.bytes = from.bytes
    this.pending = from.pending
    for (const { userId, at } of from.claims) if (now - at < DAY_MS) this.#claimsOf(userId).push(at)
  }

  /** Whether a person may bring in so many new client ids today. */
  mayClaim(userId: string, count: number, now = Date.now()): boolean {
    if (count === 0) return true
    const recent = this.#claimsOf(userId).filter((at) => now - at < DAY_MS)
    this.#claimed.set(userId, recent)
    return recent.length + count <= MOST_CLAIMS_A_DAY
  }

  /** These client ids are a person's from now on. */
  claim(userId: string, clientIds: readonly number[], now = Date.now()): void {
    for (const clientId of clientIds) {
      this.owners.set(clientId, userId)
      this.#unconfirmed.add(clientId)
      this.#claimsOf(userId).push(now)
    }
  }

  /**
   * What goes into the log with a person's next change: also ids of a commit that failed. Its sender comes again as somebody
   * known, and would be a stranger to the next server if nobody wrote down whose ids these are.
   */
  unconfirmedClaims(userId: string): number[] {
    return [...this.#unconfirmed].filter((clientId) => this.owners.get(clientId) === userId)
  }

  /** The database has these now. */
  confirmClaims(clientIds: readonly number[]): void {
    for (const clientId of clientIds) this.#unconfirmed.delete(clientId)
  }

  /** A commit failed, and nobody knows whether the database has it. */
  doubt(): void {
    this.doubts++
    this.doubtAfter ??= this.appliedSeq
  }

  /** An update is about to be committed. */
  begin(): void {
    this.#inFlight++
  }

  /** An update was committed, its document does not have it yet. */
  committed(seq: number): void {
    this.#committedSeq = Math.max(this.#committedSeq, seq)
    this.sinceSnapshot++
  }

  /** An update that was begun has been applied, or failed. */
  end(): void {
    this.#inFlight--
    if (this.#inFlight > 0) return
    this.appliedSeq = this.#committedSeq
    for (const resolve of this.#settled.splice(0)) resolve()
  }

  /** Whether log and document agree at this moment. */
  get isSettled(): boolean {
    return this.#inFlight === 0
  }

  /** Resolves when no update is between log and document. */
  async settled(): Promise<void> {
    while (this.#inFlight > 0) await new Promise<void>((resolve) => this.#settled.push(resolve))
  }

  #claimsOf(userId: string): number[] {
    const claims = this.#claimed.get(userId) ?? []
    this.#claimed.set(userId, claims)
    return claims
  }
}
