import { createDecoder, readVarInt, readVarString, readVarUint, readVarUint8Array } from 'lib0/decoding'
import { createEncoder, type Encoder, toUint8Array, writeVarString, writeVarUint, writeVarUint8Array } from 'lib0/encoding'
import { Awareness, encodeAwarenessUpdate } from 'y-protocols/awareness'
import * as Y from 'yjs'
import { collabAddress } from '#/lib/collab/protocol.ts'
import { webSocketWith } from './collab-client.ts'
import { until } from './until.ts'

/** Types of messages, as on the wire. */
export const MESSAGE = { SYNC: 0, AWARENESS: 1, AUTH: 2, SYNC_REPLY: 4, STATELESS: 5, BROADCAST_STATELESS: 6, STATUS: 8 } as const
export const SYNC = { STEP_1: 0, STEP_2: 1, UPDATE: 2 } as const

/** Speaks the protocol byte by byte, so that tests can say what no honest client would. */
export class RawClient {
  readonly ws: WebSocket
  /** Answers to changes, in order: was it taken? */
  readonly statuses: boolean[] = []
  readonly stateless: string[] = []
  /** Why rooms were refused. */
  readonly denied: string[] = []
  readonly granted: string[] = []
  /** Code with which the server closed the socket; null while it is open. */
  closedWith: number | null = null
  /** What the rooms hold, as far as the server told. */
  readonly docs = new Map<string, Y.Doc>()

  constructor(server: { url: string; origin: string }, cookie: string) {
    this.ws = new (webSocketWith({ cookie, origin: server.origin }))(collabAddress(server.url, 1)) as unknown as WebSocket
    this.ws.binaryType = 'arraybuffer'
    this.ws.onmessage = (event) => this.#read(new Uint8Array(event.data as ArrayBuffer))
    this.ws.onclose = (event) => {
      this.closedWith = event.code
    }
    this.ws.onerror = () => {}
  }

  opened(): Promise<void> {
    return until('the socket is open', () => this.ws.readyState === WebSocket.OPEN)
  }

  /** Opens a room and waits for its content. */
  async join(room: string): Promise<Y.Doc> {
    this.authenticate(room)
    const doc = new Y.Doc()
    this.docs.set(room, doc)
    this.sync(room, SYNC.STEP_1, Y.encodeStateVector(doc))
    await until(`${room} is open`, () => this.granted.includes(room))
    return doc
  }

  authenticate(room: string): void {
    this.send(room, MESSAGE.AUTH, (encoder) => {
      writeVarUint(encoder, 0)
      writeVarString(encoder, 'token')
    })
  }

  sync(room: string, step: number, payload: Uint8Array, type: number = MESSAGE.SYNC): void {
    this.send(room, type, (encoder) => {
      writeVarUint(encoder, step)
      writeVarUint8Array(encoder, payload)
    })
  }

  awareness(room: string, clientId: number, state: object): void {
    const doc = new Y.Doc()
    doc.clientID = clientId
    const awareness = new Awareness(doc)
    awareness.setLocalState(state)
    const update = encodeAwarenessUpdate(awareness, [clientId])
    awareness.destroy()
    this.send(room, MESSAGE.AWARENESS, (encoder) => writeVarUint8Array(encoder, update))
  }

  send(room: string, type: number, write: (encoder: Encoder) => void): void {
    const encoder = createEncoder()
    writeVarString(encoder, room)
    writeVarUint(encoder, type)
    write(encoder)
    this.ws.send(toUint8Array(encoder))
  }

  close(): void {
    this.ws.close()
  }

  #read(frame: Uint8Array): void {
    if (frame.length === 1) return
    const decoder = createDecoder(frame)
    const room = readVarString(decoder)
    const type = readVarUint(decoder)
    if (type === MESSAGE.STATUS) this.statuses.push(readVarInt(decoder) === 1)
    else if (type === MESSAGE.STATELESS) this.stateless.push(readVarString(decoder))
    else if (type === MESSAGE.AUTH) this.#readAuth(room, readVarUint(decoder), readVarString(decoder))
    else if (type === MESSAGE.SYNC && readVarUint(decoder) !== SYNC.STEP_1) this.#apply(room, readVarUint8Array(decoder))
  }

  #readAuth(room: string, kind: number, text: string): void {
    if (kind === 2) this.granted.push(room)
    else this.denied.push(text)
  }

  #apply(room: string, update: Uint8Array): void {
    const doc = this.docs.get(room)
    if (doc) Y.applyUpdate(doc, update)
  }
}
