import type { RoomKind } from './room-name.ts'

/** Which room it is. */
export interface RoomAbout {
  kind: RoomKind
  workspaceId: string
  /** The document of a text or layer room; null for a workspace room. */
  documentId: string | null
}

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
  /** A commit failed in doubt, or a row was damaged: the log may hold what the document does not, so it must not become a snapshot. */
  inDoubt = false

  #committedSeq: number
  #inFlight = 0
  #settled: (() => void)[] = []

  constructor(about: RoomAbout & { name: string }, from: { owners: Map<number, string>; seq: number; sinceSnapshot: number }) {
    this.name = about.name
    this.kind = about.kind
    this.workspaceId = about.workspaceId
    this.documentId = about.documentId
    this.owners = from.owners
    this.appliedSeq = from.seq
    this.#committedSeq = from.seq
    this.sinceSnapshot = from.sinceSnapshot
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
}
