import * as Y from 'yjs'
import type { Database } from '#/db/client.ts'
import { readRoomUpdates } from '#/db/queries/room-log.ts'
import type { LiveDocument } from '#/tests/support/live-document.ts'
import { readPeerDocument } from './audit-peer.ts'
import type { Person } from './person.ts'

interface Claim {
  person: Person
  /** How far the desk's own changes go in either room. */
  text: number
  layer: number
}

/** Looks into the database again and again, and holds what desks say is saved against what is committed there. */
export class Witness {
  /** For how long somebody was told "Saved" what was not committed, ms, over all. */
  falseMs = 0
  /** How often somebody's "Saved" was looked into. */
  claims = 0
  readonly #database: Database
  readonly #document: LiveDocument
  readonly #isPeer: boolean
  readonly #rooms = { text: new Y.Doc(), layer: new Y.Doc() }
  readonly #seq = { text: 0, layer: 0 }
  #last = performance.now()

  constructor(database: Database, document: LiveDocument, isPeer: boolean) {
    this.#database = database
    this.#document = document
    this.#isPeer = isPeer
  }

  /** Takes down who says "Saved", then reads what is committed: what is not there by then was not when it was said. */
  async look(people: readonly Person[]): Promise<void> {
    const began = performance.now()
    const claims: Claim[] = people
      .filter(({ desk }) => desk.saysSaved())
      .map((person) => ({ person, text: clockOf(person.desk.text), layer: clockOf(person.desk.layer) }))
    await Promise.all([this.#read('text'), this.#read('layer')])
    this.claims += claims.length
    for (const { person, text, layer } of claims)
      if (this.#clock('text', person) < text || this.#clock('layer', person) < layer) this.falseMs += began - this.#last
    this.#last = began
  }

  #clock(room: 'text' | 'layer', { desk }: Person): number {
    return Y.getState(this.#rooms[room].store, desk[room].clientID)
  }

  async #read(room: 'text' | 'layer'): Promise<void> {
    if (this.#isPeer) {
      const stored = await readPeerDocument(this.#database.pool, this.#document[room])
      Y.applyUpdate(this.#rooms[room], Y.encodeStateAsUpdate(stored))
      return
    }
    for (const { seq, bytes } of await readRoomUpdates(this.#database.db, this.#document[room], this.#seq[room])) {
      Y.applyUpdate(this.#rooms[room], bytes)
      this.#seq[room] = seq
    }
  }
}

function clockOf(doc: Y.Doc): number {
  return Y.getState(doc.store, doc.clientID)
}
