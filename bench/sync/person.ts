import { createDecoder, readVarString, readVarUint, readVarUint8Array } from 'lib0/decoding'
import { createEncoder, type Encoder, toUint8Array, writeVarString, writeVarUint, writeVarUint8Array } from 'lib0/encoding'
import WebSocket from 'ws'
import * as Y from 'yjs'
import { collabAddress } from '#/lib/collab/protocol.ts'
import { TEXT_NAME } from '#/lib/text/flat.ts'

const SYNC = 0
const AUTH = 2
const STATUS = 8
const PONG = new Uint8Array([10])

/** When each character was typed, by Yjs client and clock; `performance.now` of this process. */
export type TypedAt = Map<string, number>

/**
 * Somebody in a room, down at the wire so that fifty fit into one process: types into their own paragraph, and reads what
 * others write only when they are a probe.
 */
export class Person {
  readonly doc = new Y.Doc()
  readonly #room: string
  readonly #ws: WebSocket
  readonly #typedAt: TypedAt
  /** Resolves when the socket is open. */
  readonly opened: Promise<void>
  #ready: (() => void) | null = null
  #onContent: ((update: Uint8Array) => void) | null = null
  #caret = 0
  #sentAt: number[] = []
  /** Milliseconds from typing to the server's acknowledgement, one per character. */
  readonly acknowledgedMs: number[] = []
  /** Milliseconds from somebody else's typing to having it here; probes only. */
  readonly seenMs: number[] = []
  isProbe = false

  constructor(server: { url: string; origin: string; room: string }, cookie: string, typedAt: TypedAt) {
    this.#room = server.room
    this.#typedAt = typedAt
    this.#ws = new WebSocket(collabAddress(server.url, 1), { headers: { origin: server.origin, cookie } })
    this.#ws.binaryType = 'arraybuffer'
    this.#ws.on('message', (data) => this.#read(new Uint8Array(data as ArrayBuffer)))
    this.opened = new Promise((resolve, reject) => this.#ws.once('open', resolve).once('error', reject))
    this.#ws.on('error', (error) => console.error(`A connection failed: ${error.message}`))
    this.doc.on('afterTransaction', (transaction: Y.Transaction) => !transaction.local && this.#noteSeen(transaction))
  }

  /** Connects and takes the first content; puts the caret at the end of a paragraph. */
  async join(paragraph: number): Promise<void> {
    await this.opened
    const synced = new Promise<void>((resolve) => {
      this.#ready = resolve
    })
    this.#ask()
    await synced
    const text = this.doc.getText(TEXT_NAME).toString()
    for (let at = 0; at <= paragraph; at++) this.#caret = text.indexOf('\n', this.#caret + 1)
    if (this.#caret < 0) this.#caret = text.length
  }

  /** Opens the room; answers with the updates of its content as they came, without applying them. */
  receive(): Promise<Uint8Array[]> {
    const updates: Uint8Array[] = []
    return new Promise((resolve) => {
      this.#onContent = (update) => {
        updates.push(update)
        // The server sends what it kept ready and what was written since; both belong to the content.
        if (updates.length === 1) setImmediate(() => resolve(updates))
      }
      this.#ask()
    })
  }

  /** Types one character. Others' text is not taken in here (but by probes), so the caret only moves by one's own. */
  type(): void {
    const before = Y.encodeStateVector(this.doc)
    const clock = Y.getState(this.doc.store, this.doc.clientID)
    this.#typedAt.set(`${this.doc.clientID}:${clock}`, performance.now())
    this.doc.getText(TEXT_NAME).insert(this.#caret++, 'x')
    this.#sentAt.push(performance.now())
    this.#sendSync(2, Y.encodeStateAsUpdate(this.doc, before))
  }

  leave(): void {
    this.#ws.terminate()
    this.doc.destroy()
  }

  #ask(): void {
    this.#send(AUTH, (encoder) => {
      writeVarUint(encoder, 0)
      writeVarString(encoder, '')
    })
    this.#sendSync(0, Y.encodeStateVector(this.doc))
  }

  #read(frame: Uint8Array): void {
    if (frame.length === 1) {
      this.#ws.send(PONG)
      return
    }
    const decoder = createDecoder(frame)
    readVarString(decoder)
    const type = readVarUint(decoder)
    if (type === STATUS) {
      const sentAt = this.#sentAt.shift()
      if (sentAt !== undefined) this.acknowledgedMs.push(performance.now() - sentAt)
    }
    if (type !== SYNC) return
    const step = readVarUint(decoder)
    if (step === 1) this.#onContent?.(readVarUint8Array(createDecoder(frame.subarray(decoder.pos))))
    if (step === 0 || (this.#ready === null && !this.isProbe)) return
    Y.applyUpdate(this.doc, readVarUint8Array(decoder))
    if (step !== 1) return
    this.#ready?.()
    this.#ready = null
  }

  #noteSeen({ beforeState, afterState }: Y.Transaction): void {
    if (!this.isProbe) return
    const now = performance.now()
    for (const [client, clock] of afterState)
      for (let at = beforeState.get(client) ?? 0; at < clock; at++) {
        const typedAt = this.#typedAt.get(`${client}:${at}`)
        if (typedAt !== undefined) this.seenMs.push(now - typedAt)
      }
  }

  #sendSync(step: number, payload: Uint8Array): void {
    this.#send(SYNC, (encoder) => {
      writeVarUint(encoder, step)
      writeVarUint8Array(encoder, payload)
    })
  }

  #send(type: number, write: (encoder: Encoder) => void): void {
    const encoder = createEncoder()
    writeVarString(encoder, this.#room)
    writeVarUint(encoder, type)
    write(encoder)
    this.#ws.send(toUint8Array(encoder))
  }
}
