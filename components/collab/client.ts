import type { PresencePerson } from '#/lib/collab/presence.ts'
import { personColour } from '#/lib/person/person-colour.ts'
import { Connection, type ConnectionOptions } from './connection.ts'
import { DeviceStore } from './device-store.ts'
import { CollabRoom } from './room.ts'
import { OFFLINE_AFTER_MS, type SaveStatus, STALLED_AFTER_MS, saveStatus } from './save-status.ts'

/** A room nobody uses any more stays open for so long, ms, so that going back and forth costs nothing. */
const LINGER_MS = 5000
/** A browser that does not answer about its storage is not waited for longer, ms. */
const STORE_WITHIN_MS = 2000

export interface ClientOptions extends ConnectionOptions {
  user: { id: string; name: string }
  /** false: keep nothing on this device. */
  keepOnDevice?: boolean
}

interface Held {
  room: CollabRoom
  users: number
  timer: ReturnType<typeof setTimeout> | null
}

/** Everything this tab shares with others: one socket, the rooms on it, and the truth about what is saved. */
export class CollabClient {
  readonly self: PresencePerson
  /** This browser keeps changes made offline; false once that failed. */
  keepsOnDevice: boolean
  readonly #connection: Connection
  readonly #storeReady: Promise<DeviceStore | null>
  #store: DeviceStore | null = null
  readonly #rooms = new Map<string, Held>()
  readonly #listeners = new Set<() => void>()
  readonly #sentListeners = new Set<(changes: number) => void>()
  #status: SaveStatus = { state: 'connecting', kept: 0 }
  #behindSince: number | null = Date.now()
  /** Most changes that waited while offline, until they are sent. */
  #toSend = 0
  #timer: ReturnType<typeof setTimeout> | null = null

  constructor(options: ClientOptions) {
    const { id, name } = options.user
    this.self = { id, name, colour: personColour(id) }
    this.#connection = new Connection(options, () => this.#evaluate())
    this.keepsOnDevice = options.keepOnDevice !== false && typeof indexedDB !== 'undefined'
    this.#storeReady = this.keepsOnDevice ? this.#openStore() : Promise.resolve(null)
    void this.#sendLeftovers()
    this.#evaluate()
  }

  /** The save status; a new object whenever it changes. */
  get status(): SaveStatus {
    return this.#status
  }

  subscribe(listener: () => void): () => void {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }

  /** Calls back when changes that waited offline have all been saved, with their number. */
  onSent(listener: (changes: number) => void): () => void {
    this.#sentListeners.add(listener)
    return () => this.#sentListeners.delete(listener)
  }

  /** Opens a room, or joins it when this tab has it open. Give it back with `release`. `after`: a room whose content matters more. */
  openRoom(name: string, after?: CollabRoom): CollabRoom {
    let held = this.#rooms.get(name)
    if (!held) {
      const room = new CollabRoom({
        name,
        self: this.self,
        connection: this.#connection,
        store: this.#storeReady,
        onDeviceFailure: () => this.#deviceFailed(),
        after,
      })
      room.subscribe(() => this.#evaluate())
      held = { room, users: 0, timer: null }
      this.#rooms.set(name, held)
      this.#evaluate()
    }
    held.users++
    if (held.timer) clearTimeout(held.timer)
    held.timer = null
    return held.room
  }

  /** The caller does not need the room any more. It is closed once nobody does and all its changes are saved. */
  release(room: CollabRoom): void {
    const held = this.#rooms.get(room.name)
    if (!held || held.room !== room || --held.users > 0) return
    held.timer = setTimeout(() => this.#closeIdle(room.name), LINGER_MS)
  }

  /** Gives up what the server refused: forgets the copies of those rooms on this device. Reload the page afterwards. */
  async discardRefused(): Promise<void> {
    const store = await this.#storeReady
    for (const [name, { room }] of this.#rooms) {
      if (room.status.refusedReason === null) continue
      await room.destroy()
      await store?.forget(name)
    }
  }

  /** Writes to this device what waits; for a page that is being left. */
  async flush(): Promise<void> {
    await Promise.all([...this.#rooms.values()].map(({ room }) => room.flush()))
  }

  async destroy(): Promise<void> {
    if (this.#timer) clearTimeout(this.#timer)
    const rooms = [...this.#rooms.values()]
    this.#rooms.clear()
    for (const { timer } of rooms) if (timer) clearTimeout(timer)
    await Promise.all(rooms.map(({ room }) => room.destroy()))
    this.#connection.destroy()
    ;(await this.#storeReady)?.close()
    this.#listeners.clear()
  }

  /** Signing out: closes everything and removes what this device keeps for the person. */
  async forget(): Promise<void> {
    await this.destroy()
    if (typeof indexedDB !== 'undefined') await DeviceStore.remove(this.self.id).catch(() => {})
  }

  async #openStore(): Promise<DeviceStore | null> {
    const late = new Promise<never>((_, reject) => setTimeout(() => reject(new Error('The browser does not answer')), STORE_WITHIN_MS))
    try {
      this.#store = await Promise.race([DeviceStore.open(this.self.id), late])
      return this.#store
    } catch {
      this.#deviceFailed()
      return null
    }
  }

  #deviceFailed(): void {
    this.keepsOnDevice = false
    for (const listener of this.#listeners) listener()
  }

  /** Changes that an earlier visit could not send, also of rooms that are not open now. */
  async #sendLeftovers(): Promise<void> {
    const store = await this.#storeReady
    for (const name of (await store?.roomsWithKept().catch(() => [])) ?? []) this.release(this.openRoom(name))
  }

  #closeIdle(name: string): void {
    const held = this.#rooms.get(name)
    if (!held || held.users > 0) return
    if (held.room.status.kept > 0 && !held.room.status.isDenied) {
      held.timer = setTimeout(() => this.#closeIdle(name), LINGER_MS)
      return
    }
    this.#rooms.delete(name)
    void held.room.destroy()
    this.#evaluate()
  }

  #evaluate(): void {
    const now = Date.now()
    const rooms = [...this.#rooms.values()].map(({ room }) => room.status).filter((status) => !status.isDenied)
    const connection = this.#connection.status
    const isBehind = connection !== 'open' || rooms.some((room) => !room.isSynced)
    this.#behindSince = isBehind ? (this.#behindSince ?? now) : null
    const behindMs = this.#behindSince === null ? null : now - this.#behindSince
    this.#schedule(behindMs)
    this.#tell(saveStatus({ connection, stopped: this.#connection.stopped, rooms, behindMs }))
  }

  /** Time alone changes the status twice: when waiting becomes "offline". */
  #schedule(behindMs: number | null): void {
    if (this.#timer) clearTimeout(this.#timer)
    this.#timer = null
    const next = behindMs === null ? undefined : [OFFLINE_AFTER_MS, STALLED_AFTER_MS].find((at) => at > behindMs)
    if (next !== undefined) this.#timer = setTimeout(() => this.#evaluate(), next - (behindMs ?? 0))
  }

  #tell(status: SaveStatus): void {
    const before = this.#status
    if (before.state === status.state && before.kept === status.kept && before.reason === status.reason) return
    this.#status = status
    if (status.state === 'offline') this.#toSend = status.kept
    for (const listener of this.#listeners) listener()
    if (status.state !== 'saved' || this.#toSend === 0) return
    const sent = this.#toSend
    this.#toSend = 0
    for (const listener of this.#sentListeners) listener(sent)
  }
}
