import type WebSocket from 'ws'
import { CollabClient } from '#/components/collab/client.ts'
import type { CollabRoom } from '#/components/collab/room.ts'
import { webSocketWith } from '#/tests/support/collab-client.ts'
import type { LiveDocument } from '#/tests/support/live-document.ts'
import type { TestUser } from '#/tests/support/make-user.ts'
import type { Desk, RoomOfDocument } from './desk.ts'

/** Where a tab connects and as whom. */
export interface DeskAddress {
  url: string
  origin: string
  user: TestUser
  cookie: string
  /** Of the page that the tab shows; default the first. */
  generation?: number
  /** Changes the address of the socket, for a page that another build made. */
  readdress?: (address: string) => string
}

/** A document open in the product's own client. */
export class ProductDesk implements Desk {
  readonly tab: CollabClient
  readonly #rooms: Record<RoomOfDocument, CollabRoom>
  readonly #sockets = new Set<WebSocket>()

  constructor({ url, origin, user, cookie, generation = 1, readdress = (address) => address }: DeskAddress, document: LiveDocument) {
    const sockets = this.#sockets
    const Base = webSocketWith({ cookie, origin }) as unknown as typeof WebSocket
    class Counted extends Base {
      constructor(address: string) {
        super(readdress(address))
        sockets.add(this)
        this.on('close', () => sockets.delete(this))
      }
    }
    this.tab = new CollabClient({ url, user, generation, WebSocketPolyfill: Counted })
    const text = this.tab.openRoom(document.text)
    this.#rooms = { text, layer: this.tab.openRoom(document.layer) }
  }

  get text() {
    return this.#rooms.text.doc
  }

  get layer() {
    return this.#rooms.layer.doc
  }

  isReady(): boolean {
    return Object.values(this.#rooms).every(({ status }) => status.isReady && !status.isReadOnly)
  }

  isSynced(): boolean {
    return Object.values(this.#rooms).every(({ status }) => status.isSynced)
  }

  made(room: RoomOfDocument): number {
    return this.#rooms[room].provider.made
  }

  acknowledged(room: RoomOfDocument): number {
    return this.#rooms[room].provider.acknowledged
  }

  saysSaved(): boolean {
    return this.tab.status.state === 'saved'
  }

  refused(): string | null {
    return this.tab.status.state === 'refused' ? (this.tab.status.trouble?.reason ?? this.tab.status.trouble?.cause ?? 'refused') : null
  }

  async crash(): Promise<void> {
    for (const socket of this.#sockets) socket.terminate()
    await this.tab.destroy()
  }

  async close(): Promise<void> {
    await this.tab.destroy()
  }
}
