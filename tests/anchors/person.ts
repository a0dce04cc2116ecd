import * as Y from 'yjs'
import type { Rng } from '#/lib/text/testing/rng.ts'
import { isMessage } from './network.ts'
import { plainText } from './plain-text.ts'
import type { Desk, Room, Side } from './side.ts'

/** What a device keeps of one room, as components/collab/device-room.ts does: every update, written in batches. */
interface DeviceCopy {
  stored: Uint8Array[]
  unwritten: Uint8Array[]
}

/** One person with one device: two documents, an editor on them, and the device's copy. Crashes and comes back. */
export class Person {
  readonly userId: string
  isOnline = false
  desk: Desk | null = null
  readonly #side: Side
  readonly #random: Rng
  readonly #publish: (room: Room, bytes: Uint8Array) => void
  #docs: Record<Room, Y.Doc> | null = null
  #device: Record<Room, DeviceCopy> = emptyDevice()
  /** Keystrokes of this person that the memory, and the device, hold. */
  #deeds: number[] = []
  #written: number[] = []

  constructor(side: Side, userId: string, random: Rng, publish: (room: Room, bytes: Uint8Array) => void) {
    this.#side = side
    this.userId = userId
    this.#random = random
    this.#publish = publish
  }

  readonly doc = (room: Room): Y.Doc | null => this.#docs?.[room] ?? null

  readonly remembered = (): readonly number[] => [...this.#deeds]

  /** Opens the two documents from the device's copy, if there is one. */
  start(): void {
    this.#docs = { text: this.#load('text'), layer: this.#load('layer') }
    this.#deeds = [...this.#written]
    this.desk = this.#side.open(this.#docs.text, this.#docs.layer, this.userId)
    for (const room of ['text', 'layer'] as const) {
      this.#docs[room].on('update', (bytes: Uint8Array, origin: unknown) => {
        this.#device[room].unwritten.push(bytes)
        if (!isMessage(origin)) this.#publish(room, bytes)
      })
    }
  }

  did(deed: number): void {
    this.#deeds.push(deed)
  }

  /** The device writes down what has waited. */
  flush(): void {
    for (const copy of Object.values(this.#device)) copy.stored.push(...copy.unwritten.splice(0))
    this.#written = [...this.#deeds]
  }

  /** The tab is gone, with what was not written; `device`: so is the device's copy. */
  crash({ device }: { device: boolean }): void {
    this.desk?.close()
    this.desk = null
    this.#docs = null
    this.isOnline = false
    if (device) {
      this.#device = emptyDevice()
      this.#written = []
    }
    for (const copy of Object.values(this.#device)) copy.unwritten = []
    this.#deeds = []
  }

  /** What the editor shows. */
  shown(): string {
    return this.desk ? plainText(this.desk.editor.state.doc) : ''
  }

  #load(room: Room): Y.Doc {
    const doc = new Y.Doc()
    // A number of its own for every life of a client, and the same in every repetition of the run.
    doc.clientID = this.#random.int(1, 2 ** 32 - 1)
    doc.transact(() => {
      for (const bytes of this.#device[room].stored) Y.applyUpdate(doc, bytes)
    })
    return doc
  }
}

function emptyDevice(): Record<Room, DeviceCopy> {
  return { text: { stored: [], unwritten: [] }, layer: { stored: [], unwritten: [] } }
}
