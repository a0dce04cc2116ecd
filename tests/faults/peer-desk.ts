import { HocuspocusProvider, HocuspocusProviderWebsocket } from '@hocuspocus/provider'
import WebSocket from 'ws'
import * as Y from 'yjs'
import type { LiveDocument } from '#/tests/support/live-document.ts'
import type { Desk, RoomOfDocument } from './desk.ts'

/** A document open in the provider of Hocuspocus as it comes: "Saved" is what it counts as synced. */
export class PeerDesk implements Desk {
  readonly #rooms: Record<RoomOfDocument, PeerRoom>
  readonly #websocket: HocuspocusProviderWebsocket
  readonly #sockets = new Set<WebSocket>()

  constructor({ url }: { url: string }, document: LiveDocument) {
    const sockets = this.#sockets
    class Counted extends WebSocket {
      constructor(address: string) {
        super(address)
        sockets.add(this)
        this.on('error', () => {})
        this.on('close', () => sockets.delete(this))
      }
    }
    this.#websocket = new HocuspocusProviderWebsocket({ url, WebSocketPolyfill: Counted })
    this.#rooms = { text: new PeerRoom(this.#websocket, document.text), layer: new PeerRoom(this.#websocket, document.layer) }
  }

  get text() {
    return this.#rooms.text.doc
  }

  get layer() {
    return this.#rooms.layer.doc
  }

  isReady(): boolean {
    return this.#rooms.text.wasSynced && this.#rooms.layer.wasSynced
  }

  isSynced(): boolean {
    return this.#rooms.text.provider.isSynced && this.#rooms.layer.provider.isSynced
  }

  made(room: RoomOfDocument): number {
    return this.#rooms[room].made
  }

  acknowledged(room: RoomOfDocument): number {
    return this.#rooms[room].acknowledged
  }

  saysSaved(): boolean {
    return Object.values(this.#rooms).every(({ provider }) => !provider.hasUnsyncedChanges)
  }

  refused(): string | null {
    return null
  }

  async crash(): Promise<void> {
    for (const socket of this.#sockets) socket.terminate()
    await this.close()
  }

  async close(): Promise<void> {
    for (const room of Object.values(this.#rooms)) room.provider.destroy()
    this.#websocket.destroy()
  }
}

class PeerRoom {
  readonly doc = new Y.Doc()
  readonly provider: HocuspocusProvider
  wasSynced = false
  made = 0
  acknowledged = 0

  constructor(websocketProvider: HocuspocusProviderWebsocket, name: string) {
    // Before the provider listens: what it counts itself then comes after.
    this.doc.on('update', (_: Uint8Array, origin: unknown) => {
      if (origin !== this.provider) this.made++
    })
    this.provider = new HocuspocusProvider({
      name,
      document: this.doc,
      websocketProvider,
      token: 'token',
      onSynced: () => {
        this.wasSynced = true
      },
      onUnsyncedChanges: ({ number }) => {
        if (number === 0) this.acknowledged = this.made
      },
    })
    this.provider.attach()
  }
}
