import * as Y from 'yjs'
import type { Rng } from '#/lib/text/testing/rng.ts'
import type { Room, Side } from './side.ts'

/** One message between a client and the server, as the sync protocol has them. */
interface Message {
  /** When it arrives. */
  at: number
  /** Client it goes to or comes from. */
  client: number
  up: boolean
  room: Room
  kind: 'update' | 'question' | 'answer'
  bytes: Uint8Array
  /** Keystrokes of which the bytes tell. */
  deeds: readonly number[]
}

/** What a client must be able to do. */
export interface Client {
  readonly isOnline: boolean
  readonly userId: string
  /** Its copy; null while it has none. */
  doc(room: Room): Y.Doc | null
  /** Keystrokes made here or by an earlier life of this client, as far as it remembers. */
  remembered(): readonly number[]
}

const ROOMS = ['text', 'layer'] as const
const MESSAGE = 'message'
/** What the server says to a change that has overtaken another. */
const EARLY = /missing here|does not exist/

/**
 * The server and the lines to it. The server checks every update as the product's does, appends it to its log, applies it
 * and sends it on. Lines delay messages at random, so that they overtake each other, lose and repeat some; what is lost is
 * found again when client and server compare what they have.
 */
export class Network {
  readonly docs: Record<Room, Y.Doc>
  readonly log: Record<Room, Uint8Array[]>
  /** Keystrokes that reached the server, by what they changed. */
  readonly arrived: Record<Room, Set<number>> = { text: new Set(), layer: new Set() }
  /** Updates of honest clients that the server refused for another reason than that it came too early. */
  readonly refused: string[] = []
  delivered = 0
  readonly #side: Side
  readonly #random: Rng
  readonly #clients: readonly Client[]
  readonly #owners = { text: new Map<number, string>(), layer: new Map<number, string>() }
  #queue: Message[] = []
  #now = 0
  #calm = false

  constructor(side: Side, random: Rng, clients: readonly Client[], source: Y.Doc) {
    this.#side = side
    this.#random = random
    this.#clients = clients
    const first = Y.encodeStateAsUpdate(source)
    this.log = { text: [first], layer: [] }
    this.docs = { text: load(this.log.text), layer: new Y.Doc() }
    for (const room of ROOMS) {
      this.docs[room].on('update', (update: Uint8Array, origin: unknown) => {
        this.log[room].push(update)
        clients.forEach((_, client) => {
          if (client !== origin) this.#send({ client, up: false, room, kind: 'update', bytes: update, deeds: [] })
        })
      })
    }
  }

  /** Sends what a client has just done. */
  publish(client: number, room: Room, bytes: Uint8Array, deeds: readonly number[]): void {
    this.#send({ client, up: true, room, kind: 'update', bytes, deeds })
  }

  /** Client and server compare what they have of both rooms. */
  sync(client: number): void {
    for (const room of ROOMS) {
      const doc = this.#clients[client]!.doc(room)
      if (doc) this.#send({ client, up: true, room, kind: 'question', bytes: Y.encodeStateVector(doc), deeds: [] })
    }
  }

  /** A client has lost its line: what is on the way to it is lost, and half of what it has sent. */
  cut(client: number): void {
    this.#queue = this.#queue.filter((message) => message.client !== client || (message.up && this.#random.chance(0.5)))
  }

  /** Time passes; what is due arrives. */
  step(): void {
    this.#now++
    const due = this.#queue.filter(({ at }) => at <= this.#now).sort((a, b) => a.at - b.at)
    this.#queue = this.#queue.filter(({ at }) => at > this.#now)
    for (const message of due) this.#deliver(message)
  }

  /** Nothing is delayed, lost or repeated from now on, and everybody compares with the server until nothing is left to say. */
  settle(): void {
    this.#calm = true
    for (let round = 0; round < 2; round++) {
      this.#clients.forEach((_, client) => {
        this.sync(client)
      })
      while (this.#queue.length > 0) {
        const queue = this.#queue
        this.#queue = []
        for (const message of queue) this.#deliver(message)
      }
    }
  }

  /** A document as the server would load it from its log. */
  reload(room: Room): Y.Doc {
    return load(this.log[room])
  }

  #send(message: Omit<Message, 'at'>): void {
    if (!this.#clients[message.client]!.isOnline) return
    if (this.#calm) {
      this.#queue.push({ ...message, at: 0 })
      return
    }
    const copies = this.#random.chance(0.05) ? 0 : this.#random.chance(0.05) ? 2 : 1
    for (let i = 0; i < copies; i++) this.#queue.push({ ...message, at: this.#now + this.#random.next() ** 3 * 12 })
  }

  #deliver(message: Message): void {
    const client = this.#clients[message.client]!
    if (!client.isOnline) return
    this.delivered++
    if (message.up) this.#atServer(message, client)
    else this.#atClient(message, client)
  }

  #atServer({ client, room, kind, bytes, deeds }: Message, { userId }: Client): void {
    const doc = this.docs[room]
    if (kind === 'question') {
      this.#send({ client, up: false, room, kind: 'answer', bytes: Y.encodeStateAsUpdate(doc, bytes), deeds: [] })
      this.#send({ client, up: false, room, kind: 'question', bytes: Y.encodeStateVector(doc), deeds: [] })
      return
    }
    const refusal = this.#side.refusal ? this.#side.refusal(room, doc, bytes, userId, this.#owners[room]) : hasGap(doc, bytes)
    if (refusal !== null) {
      if (!EARLY.test(refusal)) this.refused.push(refusal)
      return
    }
    for (const deed of deeds) this.arrived[room].add(deed)
    Y.applyUpdate(doc, bytes, client)
  }

  #atClient({ client, room, kind, bytes }: Message, { doc, remembered }: Client): void {
    const copy = doc(room)
    if (!copy) return
    if (kind !== 'question') Y.applyUpdate(copy, bytes, MESSAGE)
    else this.#send({ client, up: true, room, kind: 'answer', bytes: Y.encodeStateAsUpdate(copy, bytes), deeds: remembered() })
  }
}

/** Whether a change of a document came through the network. */
export function isMessage(origin: unknown): boolean {
  return origin === MESSAGE
}

function load(log: readonly Uint8Array[]): Y.Doc {
  const doc = new Y.Doc()
  doc.transact(() => {
    for (const bytes of log) Y.applyUpdate(doc, bytes)
  })
  return doc
}

/** The check every server needs: updates that build on what it does not have would wait in it forever. */
function hasGap(doc: Y.Doc, update: Uint8Array): string | null {
  const copy = new Y.Doc()
  Y.applyUpdate(copy, Y.encodeStateAsUpdate(doc))
  Y.applyUpdate(copy, update)
  return copy.store.pendingStructs || copy.store.pendingDs ? 'The change builds on changes that are missing here.' : null
}
